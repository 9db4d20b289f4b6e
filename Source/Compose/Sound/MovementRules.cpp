// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound does over time, where it was named.
#include "Compose/Sound/LeverParts.h"
#include "Compose/Sound/Rules.h"

namespace athanor
{

using namespace levers;

namespace
{
/** The first filter that darkens, or the one among the effects, switched on. */
int filterToMove (PatchHand& hand, const TurnReason& reason)
{
    if (const auto filters = darkeningFilters (hand.patch()); ! filters.empty())
        return filters.front();

    // One that is on, but opens nothing, becomes one that does.
    hand.set (Control::filter_fx_on, 0, reason);
    startEffectFilter (hand, 0, 96, 0.2, reason);
    return effectFilter;
}

class Mover
{
public:
    Mover (PatchHand& h, const SoundIntent& i, const MovementWish& w) : hand (h), intent (i), wish (w), reason ({ {}, causeOf (i, nameOf (w.kind)) }) {}

    void go()
    {
        switch (wish.kind)
        {
            case MovementKind::opening:
                return sweep (true);
            case MovementKind::closing:
                return sweep (false);
            case MovementKind::wobble:
                return onFilter ("sine", 0.5, 38, "The filter wobbles.");
            case MovementKind::steps:
                return onFilter ("steps", 1, 34, "The filter goes in steps.");
            case MovementKind::pulse:
                return onLevels ("square", {}, 0.5, 0.85, "The loudness pulses.");
            case MovementKind::tremolo:
                return onLevels ("sine", 5, 0.5, 0.7, "A tremolo.");
            case MovementKind::vibrato:
                return vibrato();
            case MovementKind::evolve:
                return evolve();
            case MovementKind::glide:
                return hand.set (Control::portamento_time, std::log2 (0.03 + 0.25 * wish.depth), { "Notes glide into each other.", reason.cause });
            case MovementKind::rise:
                return bendPitch (-1);
            case MovementKind::fall:
                return bendPitch (1);
        }
    }

private:
    const TurnReason& because (const char* why)
    {
        reason.why = why;
        return reason;
    }

    double seconds (double usual) const
    {
        constexpr double usualTempo = 120;
        const auto asked = wish.hertz ? std::optional (1 / *wish.hertz) : wish.beats ? std::optional (*wish.beats * 60 / intent.tempo.value_or (usualTempo))
                                                                                     : std::nullopt;
        return std::clamp (asked.value_or (usual), 0.02, 20.0);
    }

    std::optional<int> start (const char* line, std::optional<double> hertz, double beats, const TurnReason& why)
    {
        const auto lfo = hand.freeLfo();

        if (! lfo)
            return lfo;

        hand.setLine (*lfo, line, why);
        const auto free = wish.hertz ? wish.hertz : wish.beats ? std::nullopt
                                                               : hertz;
        hand.set (member (Control::lfo_1_sync_type, *lfo), free ? 0 : 1, why);

        if (free)
        {
            hand.set (member (Control::lfo_1_sync, *lfo), 0, why);
            hand.set (member (Control::lfo_1_frequency, *lfo), std::log2 (*free), why);
        }
        else
        {
            const auto [tempo, sync] = tempoFor (wish.beats.value_or (beats));
            hand.set (member (Control::lfo_1_sync, *lfo), sync, why);
            hand.set (member (Control::lfo_1_tempo, *lfo), tempo, why);
        }

        return lfo;
    }

    /** An envelope opens or closes the filter once, from the beginning of the note. */
    void sweep (bool opens)
    {
        const auto& why = because (opens ? "The filter opens slowly." : "The filter closes slowly.");
        const auto envelope = hand.freeEnvelope();
        const auto filter = filterToMove (hand, why);
        const auto cutoff = member (Control::filter_1_cutoff, filter);

        if (! envelope || hand.isLocked (cutoff))
            return;

        const auto by = 26 + 30 * wish.depth;
        const auto time = seconds (opens ? 3.2 : 2.6);
        hand.set (member (Control::env_1_delay, *envelope), 0, why);
        hand.set (member (Control::env_1_hold, *envelope), 0, why);
        hand.set (member (Control::env_1_attack, *envelope), opens ? storedSeconds (time) : 0, why);
        hand.set (member (Control::env_1_attack_power, *envelope), 0, why);
        hand.set (member (Control::env_1_decay, *envelope), storedSeconds (time), why);
        hand.set (member (Control::env_1_decay_power, *envelope), 0, why);
        hand.set (member (Control::env_1_sustain, *envelope), opens ? 1 : 0, why);
        hand.set (member (Control::env_1_release, *envelope), storedSeconds (2), why);
        hand.set (cutoff, std::clamp (hand[cutoff] - 0.55 * by, 30.0, 90.0), why);
        hand.connect (static_cast<PatchSource> (*envelope), cutoff, by, false, why);
    }

    void onFilter (const char* line, double beats, double by, const char* text)
    {
        const auto& why = because (text);
        const auto filter = filterToMove (hand, why);
        const auto cutoff = member (Control::filter_1_cutoff, filter);

        if (hand.isLocked (cutoff))
            return;

        if (const auto lfo = start (line, {}, beats, why))
        {
            hand.set (cutoff, std::min (hand[cutoff], 84.0f), why);
            hand.connect (lfoSource (*lfo), cutoff, by * (0.4 + wish.depth), true, why);
        }
    }

    void onLevels (const char* line, std::optional<double> hertz, double beats, double depth, const char* text)
    {
        const auto& why = because (text);

        if (const auto lfo = start (line, hertz, beats, why))
            for (const auto i : oscillatorsOf (hand.patch()))
                if (const auto level = member (Control::osc_1_level, i); hand[level] > 0)
                    hand.connect (lfoSource (*lfo), level, -depth * (0.5 + 0.5 * wish.depth) * hand[level], false, why);
    }

    void vibrato()
    {
        const auto& why = because ("A vibrato.");

        if (featuresOf (hand.patch()).contains (SoundFeature::vibrato))
            return;

        if (const auto lfo = start ("sine", 5.4, 0.25, why))
            hand.connect (lfoSource (*lfo), Control::voice_tune, 0.2 + 0.3 * wish.depth, true, why);
    }

    void evolve()
    {
        const auto& why = because ("It changes slowly and never stands still.");
        const auto oscillators = oscillatorsOf (hand.patch());

        if (oscillators.empty())
            return;

        if (const auto lfo = start ("triangle", 0.13, 16, why))
        {
            const auto frame = member (Control::osc_1_wave_frame, oscillators.front());
            hand.connect (lfoSource (*lfo), frame, 60 + 90 * wish.depth, true, why);
            hand.connect (lfoSource (*lfo), member (Control::filter_1_cutoff, filterToMove (hand, why)), 12 + 16 * wish.depth, true, why);
        }
    }

    /** From an octave away to the note that is played, and no further. */
    void bendPitch (int side)
    {
        const auto& why = because (side < 0 ? "The pitch rises into the note." : "The pitch falls into the note.");

        if (const auto envelope = hand.freeEnvelope())
        {
            hand.set (member (Control::env_1_delay, *envelope), 0, why);
            hand.set (member (Control::env_1_attack, *envelope), 0, why);
            hand.set (member (Control::env_1_hold, *envelope), 0, why);
            hand.set (member (Control::env_1_decay, *envelope), storedSeconds (std::min (seconds (0.35), 8.0)), why);
            hand.set (member (Control::env_1_sustain, *envelope), 0, why);
            hand.set (member (Control::env_1_release, *envelope), 0.1, why);

            for (const auto i : oscillatorsOf (hand.patch()))
                hand.connect (static_cast<PatchSource> (*envelope), member (Control::osc_1_transpose, i), side * (5 + 19 * wish.depth), false, why);
        }
    }

    PatchHand& hand;
    const SoundIntent& intent;
    const MovementWish& wish;
    TurnReason reason;
};
} // namespace

void addMovements (PatchHand& hand, const SoundIntent& intent)
{
    for (const auto& wish : intent.movements)
        Mover (hand, intent, wish).go();
}

} // namespace athanor
