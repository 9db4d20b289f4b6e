// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetPhrase.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
struct Written
{
    std::array<const char*, 2> categories;
    double seconds;
    const char* notes; ///< As parsePresetNotes() reads them.
};

// All in C minor, so that one heard after the other makes music of a kind.
constexpr Written written[] {
    { { "Bass", "" }, 2.2, "36@0+0.3:100,36@0.35+0.15:90,43@0.55+0.2:95,34@0.8+0.8:105" },
    { { "Pad", "Strings" }, 3.5, "48@0+2:90,55@0+2:90,63@0+2:90,70@0+2:90" },
    { { "Keys", "Template" }, 2.8, "48@0+0.8:90,60@0+0.8:95,63@0+0.8:90,67@0+0.8:95,70@0.9+0.3:100,67@1.3+0.8:90" },
    { { "Pluck", "" }, 2.4, "60@0+0.2:100,67@0.2+0.2:90,70@0.4+0.2:95,75@0.6+0.2:100,72@0.8+0.2:90,67@1+0.5:95" },
    { { "Bell", "" }, 3, "72@0+0.4:100,79@0.4+0.4:95,75@0.8+0.8:90" },
    { { "Brass", "" }, 2.2, "48@0+0.3:105,55@0+0.3:105,60@0+0.3:105,53@0.5+1:105,60@0.5+1:105,65@0.5+1:105" },
    { { "Drums", "Percussion" }, 1.6, "36@0+0.2:110,36@0.4+0.2:90,36@0.8+0.2:110" },
    { { "Effects", "SFX" }, 3.5, "48@0+2.5:100" },
    { { "Sequence", "Experiment" }, 3.5, "36@0+2.8:100,48@0+2.8:95,55@0+2.8:95" },
    { { "", "Lead" }, 2.4, "60@0+0.25:100,63@0.25+0.25:95,67@0.5+0.4:105,65@0.9+0.2:95,60@1.1+0.8:100" },
};
} // namespace

const PresetPhrase& phraseFor (const std::string& category)
{
    static const auto phrases = [] {
        std::array<PresetPhrase, std::size (written)> made;

        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = { written[i].seconds, *parsePresetNotes (written[i].notes) };

        return made;
    }();

    for (std::size_t i = 0; i < phrases.size(); ++i)
        if (std::ranges::find (written[i].categories, category) != written[i].categories.end())
            return phrases[i];

    return phrases.back();
}

} // namespace athanor
