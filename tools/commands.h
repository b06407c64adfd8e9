/* commands - what the first word of the command line can be. */
#ifndef SAITAKU_TOOLS_COMMANDS_H
#define SAITAKU_TOOLS_COMMANDS_H

#include "options.h"

extern const command command_check, command_export, command_propose,
    command_score, command_solve, command_verify;

#endif
