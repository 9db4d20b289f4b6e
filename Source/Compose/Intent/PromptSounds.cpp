// SPDX-License-Identifier: GPL-3.0-or-later
// What one word of sound adds to an intent: plainly, refused, or as a time of the envelope.
#include "Compose/Intent/PromptReader.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

bool PromptReader::keptAsItIs (std::size_t i)
{
    const auto& sense = *items[i].find.sense;
    std::optional<SoundPart> part = sense.part;

    if (! part && ! sense.categories.empty() && sense.categories.front().weight >= .8)
        part = SoundPart::everything;

    const auto isNamed = i > 0 && (items[i - 1].text == "the" || items[i - 1].text == "its" || items[i - 1].text == "that");

    if (! part && (sense.isNoun || sense.target || isNamed) && ! sense.axes.empty())
    {
        const auto axis = sense.axes.front().axis;
        part = sense.space.reverb || sense.space.delay || axis == TimbreAxis::space ? SoundPart::space
               : ! sense.movements.empty() || axis == TimbreAxis::movement          ? SoundPart::movement
               : axis == TimbreAxis::width                                          ? SoundPart::width
               : axis == TimbreAxis::sub                                            ? SoundPart::bass
               : axis == TimbreAxis::attack || axis == TimbreAxis::decay            ? SoundPart::envelope
               : axis == TimbreAxis::resonance                                      ? SoundPart::filter
               : axis == TimbreAxis::level                                          ? SoundPart::level
                                                                                    : SoundPart::tone;
    }

    if (part)
        draft.lock (items[i], *part);

    return part.has_value();
}

/** "Slow attack", "attack: slow"; of both in "short attack and release". */
bool PromptReader::speedOfATarget (std::size_t i)
{
    auto now = moodAt (i);
    const auto isRelative = now.sign == WordRole::more || now.sign == WordRole::less || now.sign == WordRole::too;
    auto factor = (now.sign == WordRole::less || now.sign == WordRole::no || now.sign == WordRole::too ? -1 : 1) * now.factor;
    auto j = nextSound (i, WordBreak::none);
    const auto isAhead = j < items.size() && items[j].find.sense->target.has_value();

    if (! isAhead)
    {
        if (! bareTarget)
            return false;

        applyTarget (*bareTarget, items[i], factor, isRelative);
        bareTarget.reset();
        mood = {};
        return true;
    }

    for (auto isFirst = true; j < items.size() && isNoun (j) && items[j].find.sense->target && (isFirst || ! isUsed[j]); isFirst = false)
    {
        applyTarget (j, items[i], factor, isRelative);
        isUsed[j] = true;
        ++draft.understood;
        const auto isList = j + 1 < items.size() && (items[j + 1].before == WordBreak::comma ? carriesOn (j + 1) : items[j + 1].has (WordRole::conjunction));
        j += items.size() > j + 1 && items[j + 1].has (WordRole::conjunction) ? 2 : 1;

        if (! isList)
            break;
    }

    mood = {};
    last = now;
    return true;
}

void PromptReader::applyTarget (std::size_t i, const PromptItem& speedItem, double factor, bool isRelative)
{
    const auto& item = items[i];
    const auto part = *item.find.sense->target;
    const auto& speed = *speedItem.find.sense;
    const auto isHeight = speed.note.has_value(); // high and low, not fast and slow
    const auto faster = *speed.speed * factor * (isHeight && part != EnvelopePart::sustain ? -1 : 1);
    const auto fast = std::clamp (faster, -2.0, 2.0);
    const auto isAttack = part == EnvelopePart::attack;
    numberTarget = i;

    if (isRelative)
    {
        draft.wish (item, isAttack ? TimbreAxis::attack : TimbreAxis::decay, (isAttack || (isHeight && part == EnvelopePart::sustain) ? fast : -fast) * .6, 1, true);
        return;
    }

    // Seconds at fast 1, medium 0 and slow -1; very slow goes on along the same curve.
    const auto curve = [&] (double quick, double middle, double slow) { return middle * std::pow (fast > 0 ? quick / middle : slow / middle, std::abs (fast)); };

    if (part == EnvelopePart::sustain)
        draft.envelope (item, part, std::clamp (.5 + (isHeight ? .45 : -.45) * fast, 0.0, 1.0));
    else if (isAttack)
        draft.envelope (item, part, curve (.004, .15, 1.2));
    else if (part == EnvelopePart::decay)
        draft.envelope (item, part, curve (.12, .6, 3));
    else
        draft.envelope (item, part, curve (.08, .5, 3));

    draft.wish (item, isAttack ? TimbreAxis::attack : TimbreAxis::decay, (isAttack || part == EnvelopePart::sustain ? (part == EnvelopePart::sustain && ! isHeight ? -fast : fast) : -fast) * .6, 1, false);
}

/** "Slow tremolo": how fast it goes, and not how it begins. */
bool PromptReader::speedOfAMovement (std::size_t i)
{
    const auto j = nextSound (i, WordBreak::none);

    if (j >= items.size())
        return false;

    const auto& sense = *items[j].find.sense;
    const auto speed = *items[i].find.sense->speed * mood.factor;
    const auto isRoom = (sense.space.reverb || sense.space.delay) && sense.isNoun;

    if (isRoom && ! items[i].find.sense->note)
    {
        // A long reverb is more of it.
        mood.factor = speed < 0 ? 1.5 : .5;
        mood.isSaid = true;
        return true;
    }

    const auto isMoving = std::any_of (sense.axes.begin(), sense.axes.end(), [] (const AxisWish& wish) { return wish.axis == TimbreAxis::movement; });

    if (items[i].find.sense->note || (sense.movements.empty() && ! (isMoving && sense.isNoun)))
        return false;

    const auto kind = sense.movements.empty() ? MovementKind::evolve : sense.movements.front().kind;
    const auto usual = kind == MovementKind::vibrato || kind == MovementKind::tremolo ? 5.0 : kind == MovementKind::wobble || kind == MovementKind::pulse || kind == MovementKind::steps ? 2.0
                                                                                                                                                                                         : .25;

    if (kind != MovementKind::glide && ! pendingHertz && ! pendingBeats)
        pendingHertz = std::clamp (usual * std::exp2 (1.2 * speed), .02, 30.0);

    draft.note (items[i], speed < 0 ? "slowly" : "fast");
    mood = {};
    return true;
}

/** "Low resonance", "high sustain": how much of a thing, and not how high it plays. */
bool PromptReader::speedAsIntensity (std::size_t i)
{
    const auto j = nextSound (i, WordBreak::none);

    if (! items[i].find.sense->note || ! isNoun (j) || ! items[j].find.sense->categories.empty())
        return false;

    if (*items[i].find.sense->speed > 0)
        mood.factor *= 1.3;
    else
        mood.sign = WordRole::noMuch;

    mood.isSaid = true;
    return true;
}

/** "More bass", "lots of bass", "no bass in it": the low end, not a bass. */
bool PromptReader::categoryAsLowEnd (std::size_t i, const Mood& now)
{
    const auto isArticle = i > 0 && items[i - 1].has (WordRole::filler) && (items[i - 1].text == "a" || items[i - 1].text == "an");
    const auto isBass = items[i].text == "bass" || items[i].text == "basses";
    const auto next = i + 1 < items.size() && items[i + 1].before == WordBreak::none && items[i + 1].isSound() && ! items[i + 1].find.sense->categories.empty();

    if (! isBass || isArticle || next || (! isNegative (now.sign) && now.sign != WordRole::more && ! (i > 0 && now.factor > 1.3 && items[i - 1].text.ends_with (" of"))))
        return false;

    const auto isNo = now.sign == WordRole::no;
    draft.wish (items[i], TimbreAxis::sub, (isNegative (now.sign) ? -.7 : .7) * now.factor, 1, ! isNo && now.sign != WordRole::sound);
    return true;
}

//==============================================================================
void PromptReader::target (std::size_t i, const Mood& now)
{
    const auto part = *items[i].find.sense->target;
    const auto axis = part == EnvelopePart::attack ? TimbreAxis::attack : TimbreAxis::decay;
    bareTarget.reset();

    if (now.sign == WordRole::no)
    {
        draft.envelope (items[i], part, part == EnvelopePart::sustain ? 0 : .02);

        if (part != EnvelopePart::attack)
            draft.wish (items[i], axis, -.6, 1, false);
    }
    else if (now.sign == WordRole::more)
        draft.wish (items[i], axis, .6 * now.factor, 1, true);
    else if (isNegative (now.sign))
        draft.wish (items[i], axis, -.6 * now.factor, 1, true);
    else if (now.isSaid && now.factor > 1.2)
        draft.wish (items[i], axis, .6 * now.factor, 1, false);
    else
        bareTarget = numberTarget = i;
}

void PromptReader::apply (std::size_t i, const Mood& now)
{
    const auto& item = items[i];
    const auto& sense = *item.find.sense;

    if (now.sign == WordRole::no)
        return applyNo (i);

    const auto isRelative = now.sign == WordRole::more || now.sign == WordRole::less || now.sign == WordRole::too;

    if (isRelative && sense.isRelative && sense.note)
        return draft.octaves (item, *sense.speed > 0 ? 1 : -1);

    // Less of the main thing; what the word says besides counts little then.
    auto isFirst = true;

    for (const auto& axis : sense.axes)
    {
        const auto turned = now.sign == WordRole::noMuch ? -.5 : isNegative (now.sign) ? -.8
                                                                                       : 1;
        const auto share = turned < 0 && ! isFirst ? .3 : 1;
        draft.wish (item, axis.axis, axis.direction * turned * share * now.factor, axis.weight, isRelative);
        isFirst = false;
    }

    if (! isNegative (now.sign))
        applyPlainly (i, now);
}

void PromptReader::applyPlainly (std::size_t i, const Mood& now)
{
    const auto& item = items[i];
    const auto& sense = *item.find.sense;
    const auto isRelative = now.sign == WordRole::more;
    const auto isTied = i + 1 < items.size() && items[i + 1].isJoined && (items[i + 1].has (WordRole::like) || items[i + 1].has (WordRole::filler));

    for (auto wish : sense.categories)
        if (! isRelative)
        {
            wish.weight *= headWeight * (isTied || item.find.factor < 1 ? .3 : 1);
            mentions.push_back ({ i, draft.mentions.size() });
            draft.category (item, wish);
        }

    if (now.factor > .2)
        for (const auto feature : sense.features)
            draft.want (item, feature);

    if (! isRelative)
        for (const auto part : { EnvelopePart::attack, EnvelopePart::decay, EnvelopePart::sustain, EnvelopePart::release })
            if (const auto value = part == EnvelopePart::attack ? sense.envelope.attack : part == EnvelopePart::decay ? sense.envelope.decay
                                                                                      : part == EnvelopePart::sustain ? sense.envelope.sustain
                                                                                                                      : sense.envelope.release)
                draft.envelope (item, part, part == EnvelopePart::sustain ? *value : *value * now.factor);

    for (auto wish : sense.movements)
    {
        wish.depth *= now.factor;
        wish.hertz = pendingBeats ? std::nullopt : pendingHertz;
        wish.beats = pendingBeats;
        draft.move (item, wish);
        lastMovement = draft.intent.movements.size() - 1;
        pendingHertz.reset(), pendingBeats.reset();
    }

    const auto amount = [&] (double usual) { return usual <= 0 ? 0 : pendingPercent ? *pendingPercent
                                                                                    : usual * now.factor; };
    const auto isHint = ! sense.genre.empty(); // what a genre mostly has does not outdo what was said

    if (sense.space.reverb && ! (isHint && draft.intent.space.reverb))
    {
        // "Cathedral reverb": the word for the effect does not shrink the place.
        const auto isPlain = ! now.isSaid && ! pendingPercent && *sense.space.reverb > 0;
        draft.reverb (item, std::max (amount (*sense.space.reverb), isPlain ? draft.intent.space.reverb.value_or (0) : 0));
    }

    if (sense.space.delay && ! (isHint && draft.intent.space.delay))
    {
        draft.delay (item, amount (*sense.space.delay));

        if (pendingBeats && *sense.space.delay > 0)
            draft.intent.space.delayBeats = *pendingBeats, pendingBeats.reset();
    }

    if (sense.space.reverb || sense.space.delay)
        pendingPercent.reset();

    if (sense.note && ! isRelative)
        draft.intent.note = sense.note, draft.note (item, "around note " + std::to_string (*sense.note));

    if (sense.octaves != 0)
        draft.octaves (item, sense.octaves);

    if (! sense.genre.empty())
        draft.genre (item, sense.genre);

    if (sense.decade)
        draft.intent.decade = sense.decade, draft.note (item, "from the " + std::to_string (*sense.decade) + "s");
}

void PromptReader::applyNo (std::size_t i)
{
    const auto& item = items[i];
    const auto& sense = *item.find.sense;
    const auto isThing = sense.isNoun || sense.axes.empty();

    if (! sense.categories.empty() && sense.categories.front().weight >= .8)
        return draft.refuseCategory (item, sense.categories.front().category);

    if (isThing || sense.features.size() == 1)
        for (const auto feature : sense.features)
            draft.exclude (item, feature);

    if (isThing)
        for (const auto& movement : sense.movements)
            std::erase_if (draft.intent.movements, [&] (const MovementWish& other) { return other.kind == movement.kind; });

    if (isThing && sense.space.reverb && *sense.space.reverb > 0)
        draft.reverb (item, 0);

    if (isThing && sense.space.delay && *sense.space.delay > 0)
        draft.delay (item, 0);

    auto isFirst = true;

    for (const auto& axis : sense.axes)
    {
        draft.wish (item, axis.axis, -axis.direction * (isFirst ? (isThing ? 1 : .8) : .25), axis.weight, false);
        isFirst = false;
    }
}

} // namespace athanor
