// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Portrait.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace athanor
{

namespace
{
Portrait of (const std::string& id, const std::map<std::string, float>& turned = {})
{
    return portraitOf (*findModuleType (id), [&] (const Knob& knob) {
        const auto found = turned.find (std::string (knob.id));
        return found != turned.end() ? found->second : knob.range.initial;
    });
}

/** Decibels that a response shows at a frequency. */
float decibelsAt (const Portrait& portrait, float hertz)
{
    const auto place = std::log (hertz / 20) / std::log (1'000.0f);
    return -36 + 60 * portrait.heights[static_cast<std::size_t> (place * static_cast<float> (portrait.heights.size() - 1) + 0.5f)];
}
} // namespace

TEST (Portrait, AnEqualiserShowsTheBellThatItsKnobsAskFor)
{
    const auto portrait = of ("effect.eq", { { "frequency2", 1'000.0f }, { "gain2", 12.0f } });
    ASSERT_EQ (portrait.kind, Portrait::Kind::response);
    EXPECT_NEAR (decibelsAt (portrait, 1'000), 12, 0.5);
    EXPECT_NEAR (decibelsAt (portrait, 100), 0, 0.5);
    EXPECT_NEAR (decibelsAt (portrait, 10'000), 0, 0.5);
    EXPECT_NEAR (portrait.middle, 0.6f, 1e-6f);
}

TEST (Portrait, AFilterShowsWhereItCuts)
{
    const auto low = of ("filter.svf", { { "cutoff", 500.0f } });
    EXPECT_NEAR (decibelsAt (low, 60), 0, 1.5);
    EXPECT_LT (decibelsAt (low, 4'000), -20);

    const auto high = of ("filter.svf", { { "cutoff", 8'000.0f } });
    EXPECT_GT (decibelsAt (high, 4'000), decibelsAt (low, 4'000) + 15);
}

TEST (Portrait, AnEnvelopeIsDrawnUntilItHasFaded)
{
    const auto portrait = of ("env.adsr", { { "attack", 0.5f }, { "sustain", 0.5f }, { "release", 0.5f } });
    ASSERT_EQ (portrait.kind, Portrait::Kind::motion);
    EXPECT_LT (portrait.heights.front(), 0.05f);
    EXPECT_LT (portrait.heights.back(), 0.05f);
    EXPECT_GT (*std::ranges::max_element (portrait.heights), 0.95f);
    EXPECT_NEAR (portrait.heights[portrait.heights.size() / 2], 0.5f, 0.1f);
    EXPECT_GT (portrait.seconds, 1.0f);
}

TEST (Portrait, AnOscillatorOfModulationTurnsWithinThePicture)
{
    for (const auto rate : { 0.2f, 2.0f, 20.0f })
    {
        const auto portrait = of ("lfo", { { "rate", rate } });
        EXPECT_GT (*std::ranges::max_element (portrait.heights), 0.95f) << rate;
        EXPECT_LT (*std::ranges::min_element (portrait.heights), 0.05f) << rate;
        EXPECT_FLOAT_EQ (portrait.middle, 0.5f);
    }
}

TEST (Portrait, ACompressorShowsThatLoudSoundsStayLower)
{
    const auto portrait = of ("effect.compressor", { { "threshold", -40.0f }, { "ratio", 8.0f }, { "makeup", 0.0f } });
    ASSERT_EQ (portrait.kind, Portrait::Kind::levels);
    const auto first = portrait.heights.front(), last = portrait.heights.back();
    EXPECT_NEAR (first, 0, 0.05f);
    EXPECT_LT (last, 0.75f);
    EXPECT_GT (last, portrait.heights[portrait.heights.size() / 3]);
}

TEST (Portrait, ACompressorThatListensToAnotherSoundShowsWhatItDoesWhenThatIsAsLoud)
{
    const auto own = of ("effect.compressor", { { "threshold", -40.0f }, { "listen", 0.0f } });
    const auto other = of ("effect.compressor", { { "threshold", -40.0f }, { "listen", 1.0f } });
    EXPECT_EQ (own.heights, other.heights);
}

TEST (Portrait, EchoesStandWhereTheDelayPutsThem)
{
    const auto portrait = of ("effect.delay", { { "sync", 0.0f }, { "time", 1.0f }, { "feedback", 0.0f }, { "mix", 0.5f } });
    ASSERT_EQ (portrait.kind, Portrait::Kind::echoes);
    const auto half = portrait.heights.size() / 2;
    EXPECT_GT (*std::max_element (portrait.heights.begin() + static_cast<std::ptrdiff_t> (half) - 2, portrait.heights.begin() + static_cast<std::ptrdiff_t> (half) + 3), 0.5f);
    EXPECT_LT (portrait.heights[half / 2], 0.2f);
}

TEST (Portrait, IsTheSameTwiceAndStaysInItsFrameForEveryModule)
{
    for (const auto& type : moduleTypes())
    {
        const auto initial = [] (const Knob& knob) { return knob.range.initial; };
        const auto portrait = portraitOf (type, initial);
        EXPECT_EQ (portrait, portraitOf (type, initial)) << type.about->id;

        for (const auto height : portrait.heights)
            EXPECT_TRUE (height >= 0 && height <= 1) << type.about->id;
    }
}

TEST (Portrait, AModuleThatOnlyRoutesHasNone)
{
    EXPECT_EQ (of ("mix.desk").kind, Portrait::Kind::none);
    EXPECT_EQ (of ("track.in").kind, Portrait::Kind::none);
    EXPECT_EQ (of ("source.zones").kind, Portrait::Kind::none) << "it has no recording to show";
}

} // namespace athanor
