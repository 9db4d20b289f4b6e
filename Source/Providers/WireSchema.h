// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of an intent as it is sent: what all providers understand of it, ranges are checked when the answer is here.
#pragma once

#include "Model/Value.h"

namespace athanor
{

/** intentSchema() without what only we can say (where in the prompt a word stands, remarks for the musician) and without ranges,
    lengths and counts, which some providers refuse. */
Value wireSchema();

/** A JSON Schema in the dialect of OpenAPI 3.0: types in capitals, "nullable" for what may be null. */
Value openApiSchema (const Value&);

} // namespace athanor
