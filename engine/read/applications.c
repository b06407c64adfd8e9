/* applications.csv and delegations.csv: who asks, and who would come. */
#include "cell.h"
#include "reading.h"
#include <string.h>

enum {
  PEOPLE_MOST = 1000000, /* of a delegation */
  PLANS_MOST = 1000000,  /* up to here all sums fit (exact.h) */
  DAYS_MOST = 3660,
  KM_MOST = 100000,
  AGE_MOST = 150
};

/* ---- applications */

enum {
  ID,
  HOST_ID,
  HOST_TYPE,
  YEN,
  COURSE,
  DAYS,
  STRAND,
  TITLE,
  FIELD,
  DOMESTIC_KM,
  RECEIVED_ON,
  RESUBMISSION_OF
};
static const table_column application_columns[] = {
    [ID] = {"application_id", NEED_VALUE},
    [HOST_ID] = {"host_id", NEED_VALUE},
    [HOST_TYPE] = {"host_type", NEED_VALUE},
    [YEN] = {"yen", NEED_NONE},
    [COURSE] = {"course", NEED_NONE},
    [DAYS] = {"days", NEED_NONE},
    [STRAND] = {"strand", NEED_NONE},
    [TITLE] = {"title", NEED_NONE},
    [FIELD] = {"field", NEED_NONE},
    [DOMESTIC_KM] = {"domestic_km", NEED_NONE},
    [RECEIVED_ON] = {"received_on", NEED_NONE},
    [RESUBMISSION_OF] = {"resubmission_of", NEED_NONE},
};

static void begin_applications(reading *r, int rows_at_most) {
  r->to->applications =
      ARENA_ARRAY(r->home, application_row, (size_t)rows_at_most + 1);
  r->sums = ARENA_ARRAY(r->scratch, plan_sum, (size_t)rows_at_most + 1);
}

static const char *take_strand(const reading *r, row *in) {
  const policy *const p = r->rules;
  const char *const given = cell_text(in, STRAND);
  if (*given == '\0' && p->strand_count == 1)
    return p->strands[0].id;
  if (*given == '\0' && p->strand_count > 1)
    row_complain(in, STRAND, COMPLAINT_VALUE_MISSING, r->strands);
  if (*given != '\0' && p->strand_count > 0 && policy_strand(p, given) < 0)
    row_complain(in, STRAND, COMPLAINT_ID_UNKNOWN, r->strands);
  return given;
}

/* A course that the strand does not offer is the applicant's breach, not the
 * file's: admit finds it. */
static const char *take_course(const reading *r, row *in,
                               const char *in_strand) {
  const policy *const p = r->rules;
  const char *const given = cell_text(in, COURSE);
  const int of = policy_strand(p, in_strand);
  if (*given == '\0' && of >= 0 && p->strands[of].courses.count > 0)
    row_complain(in, COURSE, COMPLAINT_VALUE_MISSING, r->courses);
  if (*given != '\0' && p->course_count > 0 && policy_course(p, given) < 0)
    row_complain(in, COURSE, COMPLAINT_ID_UNKNOWN, r->courses);
  return given;
}

static const char *word_of(const reading *r, const char *given) {
  return roster_word(r->words, given);
}

static const char *copy_of(const reading *r, const char *given) {
  return *given ? arena_text(r->home, given, strlen(given)) : "";
}

static void add_application(reading *r, row *in, application_row a) {
  static const int key[] = {ID, -1};
  const int index = roster_find(r->applications, a.id);
  if (index >= 0) {
    row_complain_twice(in, key, r->to->applications[index].line);
    in->lost = true; /* one of the two should have had another id */
    return;
  }
  const int next = roster_add(r->applications, a.id);
  a.id = r->applications->item[next];
  r->to->applications[next] = a;
  r->to->application_count = r->applications->count;
  const csv_cell *const yen = in->cell[YEN];
  r->sums[next] =
      (plan_sum){.yen_at = yen ? yen->at : (place){.line = in->line},
                 .yen = a.yen,
                 .yen_doubtful = row_doubts(in, YEN)};
}

bool lacks_yen(reading *r) {
  const remark column = {.file = "applications.csv",
                         .name = application_columns[YEN].name};
  return head_lacks(r->applications_head, r->book, &column, YEN);
}

static void take_application(reading *r, row *in) {
  r->applications_head = in->head;
  const char *const in_strand = take_strand(r, in);
  const application_row a = {
      .line = in->line,
      .id = cell_id(in, ID),
      .host_id = word_of(r, cell_id(in, HOST_ID)),
      .host_type = word_of(r, cell_text(in, HOST_TYPE)),
      .course = word_of(r, take_course(r, in, in_strand)),
      .strand = word_of(r, in_strand),
      .title = copy_of(r, cell_text(in, TITLE)),
      .field = word_of(r, cell_text(in, FIELD)),
      .resubmission_of = copy_of(r, cell_id(in, RESUBMISSION_OF)),
      .yen = cell_yen(in, YEN),
      .days = cell_integer(in, DAYS, 1, DAYS_MOST),
      .domestic_km = cell_integer(in, DOMESTIC_KM, 0, KM_MOST),
      .received_on = cell_date(in, RECEIVED_ON)};
  in->lost = *a.id == '\0';
  if (!in->lost)
    add_application(r, in, a);
}

void read_applications(reading *r) {
  static const table_form form = {.file = "applications.csv",
                                  .required = true,
                                  .rows = ROWS_NEEDED,
                                  .columns = application_columns,
                                  .column_count = sizeof application_columns /
                                                  sizeof *application_columns,
                                  .rows_most = PLANS_MOST,
                                  .begin = begin_applications,
                                  .take = take_application};
  r->applications_state = table_read(r, &form);
}

/* ---- delegations */

enum {
  APPLICATION,
  COUNTRY,
  PEOPLE,
  SENDER,
  LEADERS,
  OLDEST_AGE,
  FIRST_VISIT,
  ROLE
};
static const table_column delegation_columns[] = {
    [APPLICATION] = {"application_id", NEED_VALUE},
    [COUNTRY] = {"country", NEED_VALUE},
    [PEOPLE] = {"people", NEED_VALUE},
    [SENDER] = {"sender_id", NEED_NONE},
    [LEADERS] = {"leaders", NEED_NONE},
    [OLDEST_AGE] = {"oldest_age", NEED_NONE},
    [FIRST_VISIT] = {"first_visit", NEED_NONE},
    [ROLE] = {"role", NEED_NONE},
};

static void begin_delegations(reading *r, int rows_at_most) {
  r->to->delegations =
      ARENA_ARRAY(r->home, delegation_row, (size_t)rows_at_most + 1);
  r->rows = keys_new(r->scratch, rows_at_most);
}

static void add_people(reading *r, const row *in, int application,
                       int64_t people) {
  plan_sum *const sum = &r->sums[application];
  if (people == DOSSIER_MISSING || in->quiet)
    sum->people_doubtful = true;
  else
    sum->people += people;
}

/* leaders are counted among the people */
static int64_t take_leaders(row *in, int64_t people) {
  const int64_t most = people == DOSSIER_MISSING ? PEOPLE_MOST : people;
  return cell_integer(in, LEADERS, 0, most);
}

/* country, age and first visit as one number: people of one country may stand
 * in several rows that differ in these */
static int people_of(const delegation_row *d) {
  const int age =
      d->oldest_age == DOSSIER_MISSING ? AGE_MOST + 1 : (int)d->oldest_age;
  return (d->country * (AGE_MOST + 2) + age) * 4 + (int)d->first_visit;
}

static void add_delegation(reading *r, row *in, const delegation_row *d) {
  static const int columns[] = {APPLICATION, COUNTRY, SENDER, ROLE, -1};
  const int sender = roster_find(r->words, d->sender_id);
  const int role = roster_find(r->words, d->role);
  const row_key key = {{d->application, people_of(d), sender, role}};
  const int earlier = keys_add(r->rows, key, in->line);
  if (earlier)
    row_complain_twice(in, columns, earlier);
  else
    r->to->delegations[r->to->delegation_count++] = *d;
}

static void take_delegation(reading *r, row *in) {
  const int64_t people = cell_integer(in, PEOPLE, 1, PEOPLE_MOST);
  const delegation_row d = {
      .line = in->line,
      .application = link_application(r, in, APPLICATION),
      .country = cell_country(in, COUNTRY),
      .people = people == DOSSIER_MISSING ? 0 : (int32_t)people,
      .sender_id = word_of(r, cell_id(in, SENDER)),
      .role = word_of(r, cell_text(in, ROLE)),
      .leaders = take_leaders(in, people),
      .oldest_age = cell_integer(in, OLDEST_AGE, 0, AGE_MOST),
      .first_visit = cell_answer(in, FIRST_VISIT)};
  if (d.application < 0)
    return;
  add_people(r, in, d.application, people);
  if (d.country >= 0)
    add_delegation(r, in, &d);
}

void read_delegations(reading *r) {
  static const table_form form = {.file = "delegations.csv",
                                  .required = true,
                                  .rows = ROWS_MAY_FOLLOW,
                                  .columns = delegation_columns,
                                  .column_count = sizeof delegation_columns /
                                                  sizeof *delegation_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_delegations,
                                  .take = take_delegation};
  r->delegations_state = table_read(r, &form);
}
