// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/VoiceFilter.h"

#include "Dsp/Fast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace athanor::synth
{

namespace
{
constexpr int everyModel[] { 0, 1, 2, 3, 4, 5, 6, 7 };

Ramp steady (float value)
{
    return { Lanes (value), Lanes (value) };
}

FilterControls controlsOf (int model, int style, float cutoff)
{
    FilterControls c;
    c.isOn = true;
    c.model = model;
    c.style = style;
    c.cutoff = steady (cutoff);
    c.resonance = steady (0.3f);
    c.drive = c.blend = c.blendTranspose = c.keytrack = c.formantTranspose = c.formantSpread = steady (0);
    c.mix = steady (1);
    c.formantX = c.formantY = steady (0.5f);
    c.formantResonance = steady (0.85f);
    return c;
}

Turn turnOf (bool begins)
{
    Turn turn;
    turn.isActive = { dsp::Integers<8> {} - 1 };
    turn.hasStarted = { dsp::Integers<8> {} - (begins ? 1 : 0) };
    return turn;
}

/** The level of the last quarter of a tone in one lane. */
double levelThrough (VoiceFilter& filter, const FilterControls& controls, double hertz, int lane = 0)
{
    static Buffer in, out;
    double power = 0;

    for (int q = 0; q < 64; ++q)
    {
        const auto turn = turnOf (q == 0);

        for (int i = 0; i < turn.frames; ++i)
            in[i] = Lanes (0.1f * static_cast<float> (std::sin (2 * std::numbers::pi * hertz * (q * turn.frames + i) / turn.sampleRate)));

        filter.process (turn, controls, in, out);

        for (int i = 0; i < turn.frames && q >= 48; ++i)
            power += static_cast<double> (out[i][lane] * out[i][lane]);
    }

    return std::sqrt (power / (16 * 128)) / (0.1 * std::numbers::sqrt2 / 2);
}
} // namespace

TEST (VoiceFilterTest, isSilentWhileItIsOff)
{
    VoiceFilter filter;
    auto controls = controlsOf (0, 0, 60);
    controls.isOn = false;
    EXPECT_EQ (levelThrough (filter, controls, 300), 0);
}

TEST (VoiceFilterTest, passesLowsAndHoldsBackHighsWithBlendAtZero)
{
    for (const int model : { 0, 1, 2, 3 })
        for (const int style : { 0, 1 })
        {
            VoiceFilter filter;
            const auto controls = controlsOf (model, style, 69); // 440 Hz
            const auto low = levelThrough (filter, controls, 100), high = levelThrough (filter, controls, 4'000);
            EXPECT_GT (low, 0.4) << model << " " << style;
            EXPECT_LT (high, 0.06 * low) << model << " " << style;
        }
}

TEST (VoiceFilterTest, passesHighsAndHoldsBackLowsWithBlendAtTwo)
{
    for (const int model : { 0, 1, 2, 3 })
    {
        VoiceFilter filter;
        auto controls = controlsOf (model, 0, 69);
        controls.blend = steady (2);
        const auto low = levelThrough (filter, controls, 50), high = levelThrough (filter, controls, 4'000);
        EXPECT_LT (low, 0.1 * high) << model;
    }
}

TEST (VoiceFilterTest, givesBackItsInputWhereTheMixIsZero)
{
    for (const int model : everyModel)
    {
        VoiceFilter filter;
        auto controls = controlsOf (model, 0, 40);
        controls.mix = steady (0);
        EXPECT_NEAR (levelThrough (filter, controls, 1'000), 1, 0.01) << model;
    }
}

TEST (VoiceFilterTest, followsTheKeyOfEachVoice)
{
    VoiceFilter filter;
    auto controls = controlsOf (3, 1, 60);
    controls.keytrack = steady (1);

    for (int lane = 0; lane < 8; ++lane)
        controls.note.set (lane, lane < 4 ? 0.0f : 36.0f);

    const auto low = levelThrough (filter, controls, 1'000, 0), high = levelThrough (filter, controls, 1'000, 4);
    EXPECT_GT (high, 4 * low);
}

TEST (VoiceFilterTest, keepsVoicesApart)
{
    for (const int model : everyModel)
    {
        static Buffer in, alone, together;
        VoiceFilter first, second;
        const auto controls = controlsOf (model, 0, 70);
        std::minstd_rand random (1);

        for (int q = 0; q < 8; ++q)
        {
            const auto turn = turnOf (q == 0);
            in.clear (turn.frames);

            for (int i = 0; i < turn.frames; ++i)
                for (const int lane : { 2, 3 })
                    in[i].set (lane, static_cast<float> (random()) / 2.2e9f - 0.5f);

            first.process (turn, controls, in, alone);

            for (int i = 0; i < turn.frames; ++i)
                for (const int lane : { 0, 1, 4, 5, 6, 7 })
                    in[i].set (lane, static_cast<float> (random()) / 2.2e9f - 0.5f);

            second.process (turn, controls, in, together);

            for (int i = 0; i < turn.frames; ++i)
                for (const int lane : { 2, 3 })
                    ASSERT_EQ (alone[i][lane], together[i][lane]) << model;
        }
    }
}

TEST (VoiceFilterTest, beginsEachVoiceFromSilence)
{
    for (const int model : everyModel)
    {
        static Buffer loud, silent, out;
        VoiceFilter filter;
        const auto controls = controlsOf (model, 0, 70);

        for (int i = 0; i < 128; ++i)
        {
            loud[i] = Lanes (i % 50 < 25 ? 0.5f : -0.5f);
            silent[i] = Lanes (0.0f);
        }

        for (int q = 0; q < 10; ++q)
            filter.process (turnOf (q == 0), controls, loud, out);

        filter.process (turnOf (true), controls, silent, out);

        for (int i = 0; i < 128; ++i)
            for (int lane = 0; lane < 8; ++lane)
                ASSERT_EQ (out[i][lane], 0.0f) << model;
    }
}

TEST (VoiceFilterTest, staysFiniteAndBoundedForAnyNumberOfAnyControl)
{
    std::minstd_rand random (7);
    const auto anywhere = [&random] (float least, float greatest) {
        const auto pick = random() % 8;
        const auto place = pick == 0 ? -2.0f : pick == 1 ? 3.0f
                                                         : static_cast<float> (random() % 10'001) / 10'000.0f;
        return least + place * (greatest - least);
    };

    for (const int model : everyModel)
        for (int style = 0; style < 6; ++style)
        {
            static Buffer in, out;
            VoiceFilter filter;

            for (int q = 0; q < 200; ++q)
            {
                auto controls = controlsOf (model, style, 60);

                for (auto [ramp, least, greatest] : { std::tuple { &controls.cutoff, 8.0f, 136.0f }, { &controls.resonance, 0.0f, 1.0f }, { &controls.drive, 0.0f, 20.0f }, { &controls.blend, 0.0f, 2.0f }, { &controls.blendTranspose, 0.0f, 84.0f }, { &controls.mix, 0.0f, 1.0f }, { &controls.keytrack, -1.0f, 1.0f }, { &controls.formantX, 0.0f, 1.0f }, { &controls.formantY, 0.0f, 1.0f }, { &controls.formantTranspose, -12.0f, 12.0f }, { &controls.formantResonance, 0.3f, 1.0f }, { &controls.formantSpread, -1.0f, 1.0f } })
                {
                    ramp->from = Lanes (anywhere (least, greatest));
                    ramp->to = Lanes (anywhere (least, greatest));
                }

                controls.note = Lanes (anywhere (-60, 67));
                const auto turn = turnOf (q % 50 == 0);

                for (int i = 0; i < turn.frames; ++i)
                    in[i] = Lanes (static_cast<float> (random()) / 1e9f - 1.0f);

                filter.process (turn, controls, in, out);

                for (int i = 0; i < turn.frames; ++i)
                    for (int lane = 0; lane < 8; ++lane)
                        ASSERT_LT (std::abs (out[i][lane]), 1e4f) << "model " << model << " style " << style << " turn " << q;
            }
        }
}

TEST (FilterPairTest, addsBothFiltersOrPutsOneBehindTheOther)
{
    static Buffer intoFirst, intoSecond, out;
    const auto first = controlsOf (3, 1, 50), second = controlsOf (3, 1, 50);
    const auto highsThrough = [&] (FilterPair::Route route) {
        FilterPair pair;
        double power = 0;

        for (int q = 0; q < 40; ++q)
        {
            intoSecond.clear (128);

            for (int i = 0; i < 128; ++i)
                intoFirst[i] = Lanes (static_cast<float> (0.1 * std::sin (0.05 * (q * 128 + i))));

            pair.process (turnOf (q == 0), route, first, second, intoFirst, intoSecond, out);

            // The beginning swings in for a while.
            for (int i = 0; i < 128 && q >= 30; ++i)
                power += static_cast<double> (out[i][0] * out[i][0]);
        }

        return power;
    };

    EXPECT_LT (highsThrough (FilterPair::Route::firstIntoSecond), 0.1 * highsThrough (FilterPair::Route::parallel));
}

TEST (FilterPairTest, feedsOnlyAFilterThatIsOn)
{
    auto first = controlsOf (0, 0, 60), second = controlsOf (0, 0, 60);
    EXPECT_EQ (FilterPair::routeOf (true, true, first, second), FilterPair::Route::secondIntoFirst);
    first.isOn = false;
    EXPECT_EQ (FilterPair::routeOf (true, true, first, second), FilterPair::Route::firstIntoSecond);
    second.isOn = false;
    EXPECT_EQ (FilterPair::routeOf (true, true, first, second), FilterPair::Route::parallel);
}

} // namespace athanor::synth
