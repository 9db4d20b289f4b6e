// SPDX-License-Identifier: GPL-3.0-or-later
// Intents as data and back, and the schema of that data: what a language model is asked for, and what is made of its answer.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Model/Value.h"

#include <string>
#include <vector>

namespace athanor
{

/** What is wrong with data that should be an intent. */
struct IntentFault
{
    std::string path;     ///< As "wishes/2/direction"; empty for the whole.
    std::string sentence; ///< For the musician and the log.
    bool operator== (const IntentFault&) const = default;
};

/** An intent that was read. It is to be used only without faults. */
struct IntentReading
{
    SoundIntent intent;
    std::vector<IntentFault> faults; ///< At most 100.
};

/** What is not said has no part. */
Value toValue (const SoundIntent&);

/** Trusts nothing: each part must be known, of its type, in its range and within its limits. A part that is absent or nothing is
    not said. */
IntentReading readIntent (const Value&);

/** JSON Schema of what readIntent takes, as structured output wants it: every part required, what may be unsaid may be null,
    no parts beyond. */
Value intentSchema();

} // namespace athanor
