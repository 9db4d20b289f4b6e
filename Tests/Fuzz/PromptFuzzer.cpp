// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a prompt, as an intent that a language model sent, and as the origin of a patch: what comes out is a patch without faults, or a
// sentence.
#include "Compose/Intent/IntentValue.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/PatchMaker.h"
#include "Formats/Json.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace
{
using namespace athanor;

PatchSpec beginning()
{
    PatchSpec patch;
    patch.values[Control::filter_1_on] = 1;
    patch.values[Control::reverb_on] = 1;
    return patch;
}

const SoundShelf& shelf()
{
    static const auto made = [] {
        Timbre timbre;
        timbre.brightness = 800;
        return SoundShelf ({ { "Pad/One", "One", SoundCategory::pad, {}, {}, timbre } }, {}, [] (const SoundBase&) { return Result<PatchSpec> (beginning()); });
    }();
    return made;
}

void check (const std::string& prompt, const SoundIntent& intent)
{
    const auto made = makePatch ({ prompt, intent, "offline", 1, {}, {} }, shelf(), {});

    if (! made)
        return requireSentence (made.failure());

    if (! faultsOf (made->patch).empty())
        std::abort();

    const auto changed = changePatch (*made, { prompt, planSound (prompt, &intent), "offline", 1, {}, {} }, shelf(), {});

    if (! changed || ! faultsOf (changed->patch).empty())
        std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string text (reinterpret_cast<const char*> (bytes), count);
    const auto intent = planSound (text);

    if (! readIntent (toValue (intent)).faults.empty())
        std::abort();

    check (text, intent);

    if (const auto value = parseJson (text))
    {
        if (const auto reading = readIntent (*value); reading.faults.empty())
            check ("", reading.intent);

        if (const auto origin = originFrom (*value); ! origin)
            requireSentence (origin.failure());
    }

    return 0;
}
