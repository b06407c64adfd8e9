#include "words.h"

const char *const word_country[] = {"BR", "CN", "EG", "FR", "IN",
                                    "KE", "NG", "RE", "TH", "VN"};
const char *const word_sender[] = {"s1", "s2", "s3"};
const char *const word_host[] = {"h1", "h2", "h3"};
const char *const word_host_type[] = {"university", "company", "school"};
const char *const word_field[] = {"natural", "ict", "social"};
const char *const word_strand[] = {"invitation", "online"};
const char *const word_course[] = {"A", "B"};
const char *const word_role[] = {"student", "researcher"};
const char *const word_head[] = {"travel", "programme", "tax", "admin"};
const char *const word_level[] = {"full", "most", "half"};
const char *const word_criterion[] = {"plan", "effect"};
const char *const word_circle[] = {"g0", "g1", "g2", "g3", "g4"};
const char *const word_clause[] = {"r0", "r1", "r2", "r3", "r4"};

/* bits follow word_country: BR 0, CN 1, EG 2, FR 3, IN 4, KE 5, NG 6, RE 7,
 * TH 8, VN 9 */
const territory word_territory[] = {
    {"002", 1U << 2 | 1U << 5 | 1U << 6 | 1U << 7},
    {"142", 1U << 1 | 1U << 4 | 1U << 8 | 1U << 9},
    {"019", 1U << 0},
    {"150", 1U << 3},
    {"035", 1U << 8 | 1U << 9},
    {"014", 1U << 5 | 1U << 7},
    {"015", 1U << 2},
};
