// SPDX-License-Identifier: GPL-3.0-or-later
// Levers of what a sound does: in time, between the sides, in the room.
#include "Compose/Sound/LeverParts.h"
#include "Compose/Sound/Rules.h"

namespace athanor::levers
{

namespace
{
constexpr double shortestAttack = 0.001, slowAttack = 1.4, slowestAttack = 4;

bool isMotion (PatchSource source) { return source >= PatchSource::lfo_1 && source <= PatchSource::random_4; }

/** Envelopes that shape more than the loudness, from 1, and the first. */
std::vector<int> envelopesOf (const PatchSpec& patch)
{
    std::vector<int> used { 0 };

    for (int i = 1; i < patch::envelopes; ++i)
        if (isLive (patch, member (Control::env_1_attack, i)))
            used.push_back (i);

    return used;
}

/** How much LFOs and randoms move what is heard, all together. */
std::vector<int> motionSlots (const PatchSpec& patch)
{
    std::vector<int> found;

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; slot.source && isMotion (*slot.source) && depthOf (patch, i) != 0 && isLive (patch, *slot.destination))
            found.push_back (i);

    return found;
}

void scaleMotion (PatchHand& hand, double factor, const TurnReason& reason)
{
    for (const auto slot : motionSlots (hand.patch()))
    {
        const auto amount = member (Control::modulation_1_amount, slot);
        hand.set (amount, hand[amount] * factor, reason);
    }
}

/** A free LFO, set going; nothing: all are taken. */
std::optional<int> startLfo (PatchHand& hand, const char* line, double hertz, const TurnReason& reason)
{
    const auto lfo = hand.freeLfo();

    if (lfo)
    {
        hand.setLine (*lfo, line, reason);
        hand.set (member (Control::lfo_1_sync, *lfo), 0, reason);
        hand.set (member (Control::lfo_1_sync_type, *lfo), 0, reason);
        hand.set (member (Control::lfo_1_frequency, *lfo), std::log2 (hertz), reason);
    }

    return lfo;
}

/** What an LFO moves already is left as deep as it is. */
void connectNew (PatchHand& hand, int lfo, Control destination, double by, bool isBipolar, const TurnReason& reason)
{
    if (! hand.slotBetween (lfoSource (lfo), destination))
        hand.connect (lfoSource (lfo), destination, by, isBipolar, reason);
}

/** The LFO of the movement that was made last, where it is one that a note is long enough for: what moves on moves with it, as a player's vibrato does. */
std::optional<int> lfoOfMovement (const PatchHand& hand)
{
    constexpr double slowest = 0.6, fastest = 9;
    const auto made = hand.deltas();

    for (auto delta = made.rbegin(); delta != made.rend(); ++delta)
        if (const auto* source = delta->to.part ("source"))
            for (int lfo = 0; lfo < patch::lfos; ++lfo)
                if (*source == Value (std::string (nameOf (lfoSource (lfo)))))
                {
                    const auto hertz = std::exp2 (hand[member (Control::lfo_1_frequency, lfo)]), tempo = hand[member (Control::lfo_1_tempo, lfo)];
                    const auto fits = hand[member (Control::lfo_1_sync, lfo)] == 0 ? hertz >= slowest && hertz <= fastest
                                                                                   : tempo >= static_cast<float> (tempoFor (2).tempo) && tempo <= static_cast<float> (tempoFor (0.25).tempo);
                    return fits ? std::optional (lfo) : std::nullopt;
                }

    return {};
}
} // namespace

void raiseMix (PatchHand& hand, Control aSwitch, Control mix, double by, const TurnReason& reason)
{
    if (! hand.patch().values.isOn (aSwitch))
    {
        hand.turnOn (aSwitch, reason);
        hand.set (mix, 0, reason);
    }

    hand.add (mix, by, reason);
}

void lowerMix (PatchHand& hand, Control aSwitch, Control mix, double share, const TurnReason& reason)
{
    if (hand.patch().values.isOn (aSwitch))
        hand.set (mix, hand[mix] * (1 - share), reason);
}

void quicken (PatchHand& hand, double far, const std::string& cause)
{
    const auto isUp = far > 0;
    const auto share = std::abs (shareOf (far, 0)), second = std::abs (shareOf (far, 1));

    for (const auto envelope : envelopesOf (hand.patch()))
    {
        const auto attack = member (Control::env_1_attack, envelope), delay = member (Control::env_1_delay, envelope);
        const auto now = std::max (secondsOf (hand[attack]), shortestAttack);
        const TurnReason reason { isUp ? "A sooner attack." : "A slower attack.", cause };

        if (isUp)
        {
            hand.set (attack, storedSeconds (towards (now, shortestAttack, share)), reason);
            hand.set (delay, hand[delay] * (1 - share), reason);
        }
        else if (envelope == 0 || now > 0.05)
        {
            const auto slow = towards (std::max (now, 0.01), std::max (now, slowAttack), share);
            hand.set (attack, storedSeconds (towards (slow, slowestAttack, second)), reason);
        }
    }

    // What is loudest at once begins hard, however much it beats later.
    if (isUp && hand[Control::env_1_sustain] > 0.4f)
    {
        const TurnReason reason { "The beginning stands out.", cause };
        const auto decay = std::max (secondsOf (hand[Control::env_1_decay]), 0.05);
        hand.set (Control::env_1_sustain, hand[Control::env_1_sustain] * (1 - 0.5 * share), reason);
        hand.set (Control::env_1_decay, storedSeconds (towards (decay, std::min (decay, 0.22), share)), reason);
    }

    // A sound that has died away before it is there has no slow attack.
    if (! isUp && share > 0.2)
        hand.set (Control::env_1_sustain, std::max<double> (hand[Control::env_1_sustain], 0.9 * share), { "It has to last until it is there.", cause });

    if (isUp && second > 0)
        if (const auto filters = darkeningFilters (hand.patch()), free = std::vector<int> (1, hand.freeEnvelope().value_or (0)); ! filters.empty() && free.front() > 0)
        {
            const TurnReason reason { "The filter opens for a moment: a harder beginning.", cause };
            hand.set (member (Control::env_1_attack, free.front()), 0, reason);
            hand.set (member (Control::env_1_decay, free.front()), storedSeconds (0.12), reason);
            hand.set (member (Control::env_1_sustain, free.front()), 0, reason);
            hand.connect (static_cast<PatchSource> (free.front()), member (Control::filter_1_cutoff, filters.front()), 40 * second, false, reason);
        }
}

void lengthen (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = std::abs (shareOf (far, 0));
    const auto decay = secondsOf (hand[Control::env_1_decay]), release = secondsOf (hand[Control::env_1_release]);

    if (far > 0)
    {
        const TurnReason reason { "It lasts longer.", cause };
        hand.set (Control::env_1_sustain, hand[Control::env_1_sustain] + share * (1 - hand[Control::env_1_sustain]) * 0.9, reason);
        hand.set (Control::env_1_decay, storedSeconds (towards (std::max (decay, 0.05), std::max (decay, 5.0), share)), reason);
        hand.set (Control::env_1_release, storedSeconds (towards (std::max (release, 0.05), std::max (release, 1.6), share)), reason);
        return;
    }

    const TurnReason reason { "It dies away sooner.", cause };
    hand.set (Control::env_1_sustain, hand[Control::env_1_sustain] * std::pow (1 - share, 1.5), reason);
    hand.set (Control::env_1_decay, storedSeconds (towards (std::max (decay, 0.02), std::min (decay, 0.14), share)), reason);
    hand.set (Control::env_1_release, storedSeconds (towards (std::max (release, 0.02), std::min (release, 0.1), share)), reason);
    hand.set (Control::env_1_hold, hand[Control::env_1_hold] * (1 - share), reason);
    hand.set (Control::env_1_attack, storedSeconds (towards (std::max (secondsOf (hand[Control::env_1_attack]), shortestAttack), std::min (std::max (secondsOf (hand[Control::env_1_attack]), shortestAttack), 0.01), share)), reason);

    if (const auto second = -shareOf (far, 1); second > 0)
    {
        lowerMix (hand, Control::delay_on, Control::delay_dry_wet, second, { "Fewer echoes.", cause });
        lowerMix (hand, Control::reverb_on, Control::reverb_dry_wet, 0.8 * second, { "Less room, so that it ends.", cause });
    }
}

void widen (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = shareOf (far, 0);
    const auto oscillators = oscillatorsOf (hand.patch());

    if (share < 0)
    {
        hand.set (Control::stereo_mode, 0, { "Brings the sides together.", cause });
        hand.set (Control::stereo_routing, hand[Control::stereo_routing] * (1 + share), { "Brings the sides together.", cause });
        return;
    }

    hand.set (Control::stereo_mode, 0, { "Lets the sides apart.", cause });
    hand.set (Control::stereo_routing, hand[Control::stereo_routing] + share * (1 - hand[Control::stereo_routing]), { "Lets the sides apart.", cause });
    raiseMix (hand, Control::chorus_on, Control::chorus_dry_wet, 0.45 * share, { "A chorus spreads it.", cause });

    for (const auto i : oscillators)
    {
        const auto spread = member (Control::osc_1_stereo_spread, i);
        hand.set (spread, hand[spread] + share * (1 - hand[spread]), { "Spreads the voices of oscillator " + std::to_string (i + 1) + ".", cause });
    }

    if (const auto second = shareOf (far, 1); second > 0)
    {
        if (oscillators.size() > 1)
            for (const auto& [i, side] : { std::pair (oscillators[0], -1), std::pair (oscillators[1], 1) })
                hand.add (member (Control::osc_1_pan, i), 0.7 * side * second, { "Its oscillators stand on different sides.", cause });

        for (const auto i : oscillators)
        {
            const auto voices = member (Control::osc_1_unison_voices, i), detune = member (Control::osc_1_unison_detune, i);

            if (hand[member (Control::osc_1_transpose, i)] <= -12)
                continue;

            if (hand[voices] <= 1)
                hand.set (detune, 1.8, { "More voices, each at its own side.", cause });

            hand.set (voices, std::max<double> (hand[voices], 2 + std::round (3 * second)), { "More voices, each at its own side.", cause });
        }
    }

    if (const auto third = shareOf (far, 2); third > 0)
        raiseMix (hand, Control::reverb_on, Control::reverb_dry_wet, 0.35 * third, { "A room around it.", cause });
}

void move (PatchHand& hand, double far, const std::string& cause)
{
    if (far < 0)
    {
        const auto share = -shareOf (far, 0), second = 0.4 * share - 0.6 * shareOf (far, 1);
        scaleMotion (hand, 1 - share, { "Less modulation.", cause });

        for (const auto& [aSwitch, mix] : { std::pair (Control::phaser_on, Control::phaser_dry_wet), std::pair (Control::flanger_on, Control::flanger_dry_wet), std::pair (Control::chorus_on, Control::chorus_dry_wet) })
            lowerMix (hand, aSwitch, mix, second, { "Less of an effect that moves by itself.", cause });

        for (const auto i : oscillatorsOf (hand.patch()))
        {
            const auto detune = member (Control::osc_1_unison_detune, i);
            hand.set (detune, hand[detune] * (1 - 0.8 * second), { "Voices closer together beat less.", cause });
        }

        return;
    }

    const auto along = lfoOfMovement (hand);
    scaleMotion (hand, 1 + 0.7 * shareOf (far, 0), { "More modulation.", cause });
    const auto filters = darkeningFilters (hand.patch());
    const auto oscillators = oscillatorsOf (hand.patch());

    if (! filters.empty())
    {
        const TurnReason reason { "An LFO moves " + filterName (filters.front()) + ".", cause };

        if (const auto lfo = along ? along : startLfo (hand, "sine", 1.7, reason))
            connectNew (hand, *lfo, member (Control::filter_1_cutoff, filters.front()), 30 * shareOf (far, 0), true, reason);
    }

    if (const auto share = shareOf (far, filters.empty() ? 0 : 1); share > 0 && ! oscillators.empty())
    {
        const TurnReason reason { "The loudness goes up and down.", cause };

        if (const auto lfo = along ? along : startLfo (hand, "triangle", 2.3, reason))
            for (const auto i : oscillators)
                if (const auto level = member (Control::osc_1_level, i); hand[level] > 0)
                    connectNew (hand, *lfo, level, -0.65 * share * hand[level], false, reason);
    }

    if (const auto share = shareOf (far, 2); share > 0)
        raiseMix (hand, Control::phaser_on, Control::phaser_dry_wet, 0.6 * share, { "A phaser walks through it.", cause });
}

void steady (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = shareOf (far, 0);

    for (const auto i : oscillatorsOf (hand.patch()))
    {
        const auto detune = member (Control::osc_1_unison_detune, i);

        if (hand[member (Control::osc_1_unison_voices, i)] > 1)
            hand.set (detune, share > 0 ? hand[detune] * (1 - 0.8 * share) : std::min (5.5, hand[detune] - 2.5 * share), { share > 0 ? "Voices closer to the note." : "Voices further from the note.", cause });
    }

    for (const auto slot : motionSlots (hand.patch()))
        if (share > 0 && hand.patch().slots[static_cast<std::size_t> (slot)].destination == Control::voice_tune)
            hand.set (member (Control::modulation_1_amount, slot), hand[member (Control::modulation_1_amount, slot)] * (1 - share), { "Less drift.", cause });

    if (share < 0)
    {
        const TurnReason reason { "The pitch drifts a little, as of an old machine.", cause };

        if (const auto lfo = startLfo (hand, "triangle", 0.31, reason))
            hand.connect (lfoSource (*lfo), Control::voice_tune, 0.16 * -share, true, reason);
    }
}

void addRoom (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = shareOf (far, 0);

    if (share < 0)
    {
        lowerMix (hand, Control::reverb_on, Control::reverb_dry_wet, -share, { "Less room.", cause });
        lowerMix (hand, Control::delay_on, Control::delay_dry_wet, -share, { "Fewer echoes.", cause });
        return;
    }

    raiseMix (hand, Control::reverb_on, Control::reverb_dry_wet, 0.4 * share, { "A room around it.", cause });

    if (const auto second = shareOf (far, 1); second > 0)
        raiseMix (hand, Control::delay_on, Control::delay_dry_wet, 0.3 * second, { "Echoes behind it.", cause });
}

} // namespace athanor::levers
