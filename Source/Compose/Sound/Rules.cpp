// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Rules.h"

#include "Compose/Sound/LeverParts.h"

#include <array>
#include <limits>

namespace athanor
{

using namespace levers;

std::string causeOf (const SoundIntent& intent, std::string_view name)
{
    for (const auto& trace : intent.trace)
    {
        const auto colon = trace.meaning.find (": ");

        if (colon != std::string::npos && trace.meaning.find (name, colon) != std::string::npos)
            return trace.meaning.substr (0, colon);
    }

    return {};
}

TempoChoice tempoFor (double beats)
{
    constexpr std::array factors { 1.0, 1.5, 2.0 / 3 };
    constexpr int wholeNote = 6, slowest = 1, fastest = 12;
    TempoChoice best;
    auto nearest = std::numeric_limits<double>::infinity();

    for (int tempo = slowest; tempo <= fastest; ++tempo)
        for (std::size_t sync = 0; sync < factors.size(); ++sync)
        {
            const auto length = 4 * std::exp2 (wholeNote - tempo) * factors[sync];

            if (const auto off = std::abs (std::log2 (length / beats)); off < nearest - 1e-9)
            {
                nearest = off;
                best = { tempo, 1 + static_cast<int> (sync) };
            }
        }

    return best;
}

void shiftRegister (PatchHand& hand, const SoundIntent& intent)
{
    // A name of a kind, as "kick", says how low such sounds are; the sound that it begins with is so already.
    const auto isOfKind = std::ranges::any_of (intent.trace, [] (const IntentTrace& trace) { return trace.meaning.find ("octave") != std::string::npos && trace.meaning.find ("category") != std::string::npos; });

    const auto category = intent.category();
    const auto isLow = category == SoundCategory::bass || category == SoundCategory::drums;
    const auto usualNote = isLow ? 36 : category == SoundCategory::bell ? 72
                                                                        : 60;
    const auto ofNote = intent.note ? static_cast<int> (std::lround ((*intent.note - usualNote) / 12.0)) : 0;
    const auto octaves = std::clamp ((isOfKind ? 0 : intent.octaves) + ofNote, -2, 2);

    if (octaves != 0)
        hand.add (Control::voice_transpose, 12.0 * octaves, { octaves > 0 ? "Plays higher." : "Plays lower.", causeOf (intent, intent.octaves != 0 ? "octave" : "note") });
}

void setNamedTimes (PatchHand& hand, const SoundIntent& intent)
{
    const auto& wish = intent.envelope;
    const auto set = [&] (const std::optional<double>& seconds, Control control, const char* name) {
        if (seconds)
            hand.set (control, storedSeconds (*seconds), { std::string ("The ") + name + " that was named.", causeOf (intent, name) });
    };

    set (wish.attack, Control::env_1_attack, "attack");
    set (wish.decay, Control::env_1_decay, "decay");
    set (wish.release, Control::env_1_release, "release");

    if (wish.sustain)
        hand.set (Control::env_1_sustain, *wish.sustain, { "The sustain that was named.", causeOf (intent, "sustain") });

    if (wish.decay && ! wish.sustain && hand[Control::env_1_sustain] > 0.9f)
        hand.set (Control::env_1_sustain, 0.5, { "A decay is only heard above a lower sustain.", causeOf (intent, "decay") });
}

void setNamedSpace (PatchHand& hand, const SoundIntent& intent)
{
    const auto& wish = intent.space;

    if (wish.reverb && *wish.reverb > 0)
    {
        const TurnReason reason { "As much reverb as was asked for.", causeOf (intent, "reverb") };
        hand.turnOn (Control::reverb_on, reason);
        hand.set (Control::reverb_dry_wet, 0.12 + 0.5 * *wish.reverb, reason);
        hand.set (Control::reverb_decay_time, std::log2 (0.7 + 3 * *wish.reverb), reason);
        hand.set (Control::reverb_size, 0.35 + 0.5 * *wish.reverb, reason);
    }

    if (wish.delay && *wish.delay > 0)
    {
        const TurnReason reason { "As much echo as was asked for.", causeOf (intent, "delay") };
        hand.turnOn (Control::delay_on, reason);
        hand.set (Control::delay_dry_wet, 0.12 + 0.35 * *wish.delay, reason);
        hand.set (Control::delay_feedback, 0.2 + 0.4 * *wish.delay, reason);
    }

    if (wish.delayBeats)
    {
        const TurnReason reason { "The time of the echo that was named.", causeOf (intent, "delay") };
        const auto [tempo, sync] = tempoFor (*wish.delayBeats);

        for (const auto& [choice, syncs] : { std::pair (Control::delay_tempo, Control::delay_sync), std::pair (Control::delay_aux_tempo, Control::delay_aux_sync) })
        {
            hand.set (choice, tempo, reason);
            hand.set (syncs, sync, reason);
        }
    }
}

void boundTail (PatchHand& hand)
{
    constexpr double longestRelease = 3.2, longestRoom = 2.8, tailSeconds = 5, silence = 6.9, beatsPerSecond = 2;
    const TurnReason reason { "So that the sound ends some seconds after the key is let go.", {} };

    const auto least = [&] (Control control, double stored) {
        if (hand[control] > stored)
            hand.insist (control, stored, reason);
    };

    least (Control::env_1_release, storedSeconds (longestRelease));
    least (Control::reverb_decay_time, std::log2 (longestRoom));
    const auto period = [&] (Control sync, Control tempo, Control frequency) {
        constexpr int wholeNote = 6;
        return hand[sync] < 0.5f ? std::exp2 (-hand[frequency]) : 4 * std::exp2 (wholeNote - hand[tempo]) / beatsPerSecond;
    };
    const auto echo = std::max (period (Control::delay_sync, Control::delay_tempo, Control::delay_frequency), period (Control::delay_aux_sync, Control::delay_aux_tempo, Control::delay_aux_frequency));
    constexpr float firstPingPong = 2;
    const auto trips = hand[Control::delay_style] >= firstPingPong ? 2 : 1; // There and back again before it is fed back once.
    const auto feedback = std::exp (-silence * trips * echo / tailSeconds);

    if (std::abs (hand[Control::delay_feedback]) > feedback)
        hand.insist (Control::delay_feedback, std::copysign (feedback, hand[Control::delay_feedback]), reason);
}

} // namespace athanor
