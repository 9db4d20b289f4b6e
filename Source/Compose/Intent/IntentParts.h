// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an intent, each described once: writing, reading and the schema are three visitors of these.
#pragma once

#include "Compose/Intent/Intent.h"

#include <optional>

namespace athanor::intentParts
{

struct Range
{
    double low, high;
};

inline constexpr Range unit { 0, 1 }, seconds { 0, 30 }, hertz { .01, 100 }, beats { 1.0 / 32, 64 };

template <typename Visitor>
void describe (Visitor& visit, CategoryWish& wish)
{
    visit.choice ("category", wish.category);
    visit.number ("weight", wish.weight, unit);
}

template <typename Visitor>
void describe (Visitor& visit, AxisWish& wish)
{
    visit.choice ("axis", wish.axis);
    visit.number ("direction", wish.direction, Range { -1, 1 });
    visit.number ("weight", wish.weight, unit);
    visit.truth ("relative", wish.isRelative);
}

template <typename Visitor>
void describe (Visitor& visit, EnvelopeWish& wish)
{
    visit.number ("attack", wish.attack, seconds);
    visit.number ("decay", wish.decay, seconds);
    visit.number ("sustain", wish.sustain, unit);
    visit.number ("release", wish.release, seconds);
}

template <typename Visitor>
void describe (Visitor& visit, MovementWish& wish)
{
    visit.choice ("kind", wish.kind);
    visit.number ("depth", wish.depth, unit);
    visit.number ("hertz", wish.hertz, hertz);
    visit.number ("beats", wish.beats, beats);
}

template <typename Visitor>
void describe (Visitor& visit, SpaceWish& wish)
{
    visit.number ("reverb", wish.reverb, unit);
    visit.number ("delay", wish.delay, unit);
    visit.number ("delay_beats", wish.delayBeats, beats);
}

template <typename Visitor>
void describe (Visitor& visit, KeyWish& wish)
{
    visit.number ("tonic", wish.tonic, Range { 0, 11 });
    visit.truth ("minor", wish.isMinor);
}

template <typename Visitor>
void describe (Visitor& visit, IntentTrace& trace)
{
    visit.number ("begin", trace.begin, Range { 0, SoundIntent::longestPrompt });
    visit.number ("end", trace.end, Range { 0, SoundIntent::longestPrompt });
    visit.text ("meaning", trace.meaning);
}

template <typename Visitor>
void describe (Visitor& visit, SoundIntent& intent)
{
    visit.list ("categories", intent.categories);
    visit.list ("wishes", intent.wishes);
    visit.group ("envelope", intent.envelope);
    visit.list ("movements", intent.movements);
    visit.group ("space", intent.space);
    visit.choices ("features", intent.features);
    visit.choices ("exclusions", intent.exclusions);
    visit.choices ("locks", intent.locks);
    visit.number ("note", intent.note, Range { 0, 127 });
    visit.number ("octaves", intent.octaves, Range { -4, 4 });
    visit.texts ("genres", intent.genres);
    visit.number ("decade", intent.decade, Range { 1950, 2020 });
    visit.number ("tempo", intent.tempo, Range { 20, 400 });
    visit.group ("key", intent.key);
    visit.truth ("refinement", intent.isRefinement);
    visit.number ("confidence", intent.confidence, unit);
    visit.list ("trace", intent.trace);
    visit.texts ("not_understood", intent.notUnderstood);
    visit.texts ("remarks", intent.remarks);
}

template <typename Type>
struct Inner
{
    using type = Type;
    static constexpr bool isOptional = false;
};

template <typename Type>
struct Inner<std::optional<Type>>
{
    using type = Type;
    static constexpr bool isOptional = true;
};

template <typename Number>
using Plain = typename Inner<Number>::type;

} // namespace athanor::intentParts
