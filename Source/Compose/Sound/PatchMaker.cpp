// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchMaker.h"

#include "Compose/Sound/Chance.h"
#include "Compose/Sound/Levers.h"
#include "Compose/Sound/Naming.h"
#include "Compose/Sound/PatchDraft.h"
#include "Compose/Sound/PatchHand.h"
#include "Compose/Sound/PatchMend.h"
#include "Core/Text.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <numeric>

namespace athanor
{

namespace
{
const Failure cancelled { "Making the sound was cancelled.", {} };

std::vector<std::string> wordsOf (const PatchRequest& request)
{
    auto words = request.tags;
    std::string word;

    for (const char c : request.prompt + " ")
    {
        if (std::isalnum (static_cast<unsigned char> (c)) != 0)
            word += inLowerCase (c);
        else if (word.size() > 2)
            words.push_back (std::exchange (word, {}));
        else
            word.clear();
    }

    words.insert (words.end(), request.intent.genres.begin(), request.intent.genres.end());
    return words;
}

class Maker
{
public:
    Maker (const PatchRequest& r, const SoundShelf& s, const Ear& e) : request (r), shelf (s), ear (e), words (wordsOf (r)), wanted (r.intent) {}

    Result<MadePatch> make()
    {
        auto drafts = begin();

        if (! drafts)
            return drafts.failure();

        return finish (bestOf (*drafts), {});
    }

    Result<MadePatch> change (const MadePatch& before)
    {
        PatchDraft draft { before.origin.base, {}, before.category, before.patch, {}, {}, {}, false, {}, {}, {}, before.timbre, 0 };
        draft.own = undress (draft.plain);

        if (ear.listen)
            draft.heard = ear.listen (std::span (&before.patch, 1)).front();

        draft.begun = draft.heard;
        wanted = onlyNew (request.intent, before.origin.intent);

        if (const auto* base = shelf.baseNamed (before.origin.base))
            draft.baseName = base->name;

        draft.aims = aimsOf (wanted, draft.category, draft.heard, draft.heard, shelf);
        build (draft, wanted, request.seed);
        return finish (ear.listen ? bestOf ({ draft }) : draft, &before);
    }

private:
    bool isCancelled() const { return ear.isCancelled && ear.isCancelled(); }

    void say (double progress) const
    {
        if (ear.progress)
            ear.progress (progress);
    }

    Result<PatchDraft> draftFrom (const SoundBase& base, const Timbre* plain) const
    {
        auto patch = shelf.load (base);

        if (! patch)
            return patch.failure();

        PatchDraft draft { base.id, base.name, request.intent.category().value_or (base.category), *patch, {}, {}, base.timbre, true, {}, {}, {}, base.timbre, 0 };
        draft.own = undress (draft.plain);
        draft.aims = aimsOf (request.intent, draft.category, base.timbre, plain != nullptr ? *plain : base.timbre, shelf);

        // Usual gains are a guess that nobody corrects here.
        if (! ear.listen)
            for (auto& aim : draft.aims)
                aim.far *= aim.target ? guessed : 1;

        build (draft, wanted, request.seed);
        return draft;
    }

    /** What fits best first, as this seed sees it. */
    std::vector<BaseChoice> ranked (const SoundIntent& intent, const std::vector<std::string>& said) const
    {
        auto choices = shelf.find (intent, said);

        for (auto& choice : choices)
            choice.score += daring * gumbel (request.seed, shelf.bases()[choice.base].id);

        std::ranges::stable_sort (choices, std::greater<>(), &BaseChoice::score);
        return choices;
    }

    /** What this seed would begin with if the kind of sound were all that was said: what the other words are to be heard against. Null: no kind was
        named, or the shelf is empty. */
    const SoundBase* plainBase() const
    {
        const auto category = request.intent.category();

        if (! category)
            return nullptr;

        SoundIntent plain;
        plain.categories = request.intent.categories;
        auto choices = ranked (plain, { std::string (nameOf (*category)) });
        choices.resize (std::min (choices.size(), mostDrafts));
        const auto baseOf = [&] (const BaseChoice& choice) -> const SoundBase& { return shelf.bases()[choice.base]; };
        const auto first = std::ranges::min_element (choices, {}, [&] (const BaseChoice& choice) { return distanceFrom ({}, baseOf (choice).timbre, *category, shelf) - whimOf (baseOf (choice).id); });
        return first != choices.end() ? &baseOf (*first) : nullptr;
    }

    /** By how much a seed likes a beginning better than others, in spreads. */
    double whimOf (const std::string& base) const { return daring * gumbel (request.seed, "to begin with " + base); }

    /** The drafts to choose from: more than one where somebody can hear which is best. */
    Result<std::vector<PatchDraft>> begin() const
    {
        std::vector<PatchDraft> drafts;

        if (! request.begin.empty())
        {
            const auto* base = shelf.baseNamed (request.begin);

            if (base == nullptr)
                return Failure { "There is no preset or template \"" + request.begin + "\" to begin with.", {} };

            auto draft = draftFrom (*base, nullptr);
            return draft ? Result<std::vector<PatchDraft>> (std::vector { *draft }) : draft.failure();
        }

        const auto plain = plainBase();

        for (const auto& choice : ranked (request.intent, words))
            if (auto draft = draftFrom (shelf.bases()[choice.base], plain != nullptr ? &plain->timbre : nullptr))
            {
                drafts.push_back (*draft);

                if (! ear.listen || drafts.size() == mostDrafts)
                    break;
            }

        if (drafts.empty())
            return Failure { "There are no sounds to begin with: the folder of presets is empty or cannot be read.", {} };

        return drafts;
    }

    void hear (std::vector<PatchDraft>& drafts) const
    {
        std::vector<PatchSpec> patches;

        for (const auto& draft : drafts)
            patches.push_back (draft.made);

        const auto heard = ear.listen (patches);

        for (std::size_t i = 0; i < drafts.size(); ++i)
        {
            drafts[i].heard = heard[i];
            drafts[i].distance = distanceFrom (drafts[i].aims, heard[i], drafts[i].category, shelf);
        }
    }

    /** The draft that comes nearest to its aims, each having gone towards them. Where the first one gets there, nobody asks the second. */
    PatchDraft bestOf (std::vector<PatchDraft> drafts)
    {
        constexpr std::size_t mostTried = 2;

        if (! ear.listen || (drafts.size() == 1 && drafts.front().aims.empty()))
            return drafts.front();

        hear (drafts);
        std::ranges::stable_sort (drafts, {}, [&] (const PatchDraft& draft) { return draft.distance - whimOf (draft.base); });
        drafts.resize (std::min (drafts.size(), mostTried));
        std::optional<PatchDraft> best;

        for (const auto& draft : drafts)
            if (! best || ! isWithin (nearEnough, *best))
                if (auto nearer = approach (draft); ! best || nearer.distance < best->distance)
                    best = std::move (nearer);

        return *best;
    }

    bool isWithin (double spreads, const PatchDraft& draft) const { return farthestOff (draft.aims, draft.heard, shelf) <= spreads; }

    /** Goes towards its aims, in two strides of different lengths at a time: the secant method on each axis, with the usual gain where two points say
        nothing. Where neither helps, shorter ones are tried. */
    PatchDraft approach (PatchDraft best) const
    {
        constexpr int mostRounds = 6;
        constexpr double shortest = 0.2;
        auto before = best;
        auto length = 1.0;
        auto timesStuck = 0;

        for (auto& aim : before.aims)
            aim.far = 0;

        before.heard = best.begun;

        for (int round = 0; round < mostRounds && length > shortest && ! isWithin (near, best) && ! isCancelled(); ++round)
        {
            say (0.3 + 0.08 * round);
            std::vector<PatchDraft> strides { best, best };

            if (timesStuck > 0)
            {
                push (strides[0], timesStuck);
                giveWay (strides[1], before, length);
            }
            else
            {
                stride (strides[0], before, length);
                round == 0 ? ease (strides[1]) : stride (strides[1], before, 0.5 * length);
            }

            hear (strides);
            const auto& better = *std::ranges::min_element (strides, {}, &PatchDraft::distance);

            if (better.distance < best.distance)
            {
                before = std::exchange (best, better);
                timesStuck = 0;
            }
            else
            {
                length *= 0.45;
                ++timesStuck;
            }
        }

        return best;
    }

    /** Pulls less everywhere: where one aim cannot be reached, the others are not to suffer from it. */
    void ease (PatchDraft& draft) const
    {
        for (auto& aim : draft.aims)
            aim.far *= aim.target ? 0.35 : 1;

        build (draft, wanted, request.seed);
    }

    /** Pulls the aim that is missed most further by whole means, whatever it answered: many a lever is felt only from its second means on, or goes
        the wrong way at first. */
    void push (PatchDraft& draft, int times) const
    {
        constexpr double step = 0.8;
        const auto farthest = std::ranges::max_element (draft.aims, {}, [&] (const Aim& aim) { return shortOf (aim, draft.heard, shelf); });

        // What nobody measures is never short.
        if (farthest == draft.aims.end() || shortOf (*farthest, draft.heard, shelf) <= 0)
            return;

        farthest->far = std::clamp (farthest->far + std::copysign (step * times, farthest->wish), -farthestPull, farthestPull);
        build (draft, wanted, request.seed);
    }

    /** A stride, but the aim that is nearest lets go by half: it may be in the way of one that is not. */
    void giveWay (PatchDraft& draft, const PatchDraft& before, double length) const
    {
        const auto was = draft.aims;
        const auto offOf = [&] (const Aim& aim) { return aim.target && aim.far != 0 ? shortOf (aim, draft.heard, shelf) : std::numeric_limits<double>::infinity(); };
        const auto nearest = std::ranges::min_element (was, {}, offOf);
        const auto isThereOne = nearest != was.end() && std::isfinite (offOf (*nearest));
        stride (draft, before, std::sqrt (length));

        if (! isThereOne)
            return;

        draft.aims[static_cast<std::size_t> (nearest - was.begin())].far = 0.5 * nearest->far;
        build (draft, wanted, request.seed);
    }

    void stride (PatchDraft& draft, const PatchDraft& before, double length) const
    {
        constexpr double deaf = 0.04;

        for (auto& aim : draft.aims)
        {
            if (! aim.target)
                continue;

            const auto last = std::ranges::find (before.aims, aim.axis, &Aim::axis);
            const auto usual = usualGain (aim.axis);
            const auto now = *standingOf (aim.axis, draft.heard);
            auto gain = usual;

            if (const auto moved = last != before.aims.end() ? aim.far - last->far : 0; std::abs (moved) > 0.05)
            {
                gain = (now - *standingOf (aim.axis, before.heard)) / moved;

                // What does not answer is not pulled any harder.
                if (std::abs (moved) > 0.3 && std::abs (gain) < deaf * usual)
                    continue;

                gain = std::clamp (gain, 0.25 * usual, 3 * usual);
            }

            const auto step = std::clamp (length * (*aim.target - now) / gain, -1.2, 1.2);
            aim.far = std::clamp (aim.far + step, aim.wish > 0 ? 0.0 : -farthestPull, aim.wish > 0 ? farthestPull : 0.0);
        }

        build (draft, wanted, request.seed);
    }

    /** Turns the last things that a person should not have to: tuning, offset and level. */
    void mend (PatchDraft& draft) const
    {
        PatchHand hand (draft.made);
        mendTuning (hand, draft.heard, draft.category, ear);
        const LevelWish level { draft.category, std::clamp (wanted.wished (TimbreAxis::level) + wanted.wished (TimbreAxis::level, true), -1.0, 1.0), ! request.intent.excludes (SoundFeature::compressor) };

        if (mendLevel (hand, level, ear) && ear.listen)
            draft.heard = ear.listen (std::span (&hand.patch(), 1)).front();

        keep (draft, hand);
    }

    /** Puts the knobs on; what cannot be heard from where it stands becomes something else. */
    KnobChoices dressHeard (PatchSpec& patch, const PatchDraft& draft, const MacroTemplate& form) const
    {
        constexpr int mostTimes = 3;
        constexpr double leastHeard = 0.05;
        KnobChoices choices {};
        std::vector<std::size_t> unsure (choices.size());
        std::iota (unsure.begin(), unsure.end(), 0u);

        for (int time = 0; time <= mostTimes; ++time)
        {
            patch = draft.made;
            choices = dress (patch, draft.own, form, request.intent.exclusions, choices);
            std::erase_if (unsure, [&] (std::size_t knob) { return patch.macros[knob].name.empty(); });

            if (! ear.compare || unsure.empty() || time == mostTimes || isCancelled())
                break;

            std::vector<PatchSpec> turned (unsure.size(), patch);

            for (std::size_t i = 0; i < unsure.size(); ++i)
                setMacro (turned[i], unsure[i], patch.macros[unsure[i]].value < 0.5 ? 1 : 0);

            const auto apart = ear.compare (patch, turned);
            std::vector<std::size_t> unheard;

            for (std::size_t i = 0; i < unsure.size(); ++i)
                if (apart[i] < leastHeard)
                    unheard.push_back (unsure[i]);

            for (const auto knob : unheard)
                ++choices[knob];

            if (unheard.empty())
                break;

            unsure = unheard;
        }

        return choices;
    }

    /** With its knobs on a sound may be a little louder than without: noise begins elsewhere. */
    PatchSpec dressed (PatchDraft& draft, const MacroTemplate& form, KnobChoices& choices) const
    {
        constexpr double slight = 0.3;
        PatchSpec patch;
        choices = dressHeard (patch, draft, form);
        const auto over = ear.play ? ear.play (patch, draft.category).peak - highestPeak - slight : 0;

        if (over <= 0)
            return patch;

        PatchHand hand (draft.made);
        turnVolume (hand, -over - slight, { "So that it does not clip.", {} });
        keep (draft, hand);
        patch = draft.made;
        dress (patch, draft.own, form, request.intent.exclusions, choices);
        return patch;
    }

    static void keep (PatchDraft& draft, const PatchHand& hand)
    {
        for (auto& delta : hand.deltas())
            draft.deltas.push_back (std::move (delta));

        draft.made = hand.patch();
    }

    Result<MadePatch> finish (PatchDraft draft, const MadePatch* before)
    {
        if (isCancelled())
            return cancelled;

        say (0.8);
        mend (draft);
        const auto& form = before != nullptr && shelf.templateNamed (before->origin.templateId) != nullptr ? *shelf.templateNamed (before->origin.templateId) : shelf.templateFor (request.intent, draft.category, words);
        KnobChoices knobs {};
        MadePatch result { dressed (draft, form, knobs), {}, draft.category, draft.heard, request.intent.remarks };

        if (const auto faults = faultsOf (result.patch); ! faults.empty())
            return Failure { "The sound that was made is not a valid patch.", faults.front().path + ": " + faults.front().sentence };

        auto& origin = result.origin;

        if (before != nullptr)
            origin = before->origin;

        origin.prompts.push_back (request.prompt);
        origin.intent = request.intent;
        origin.planner = request.planner;
        origin.seed = request.seed;
        origin.generator = generatorVersion;
        origin.templateId = form.id;
        origin.templateVersion = form.version;
        origin.base = draft.base;
        origin.knobs = knobs;
        append (origin.deltas, draft.deltas);
        label (result, draft, before);
        say (1);
        return result;
    }

    void label (MadePatch& result, const PatchDraft& draft, const MadePatch* before) const
    {
        result.patch.name = before != nullptr ? before->patch.name : nameFor (request.intent, result.category, request.seed);
        result.patch.author = before != nullptr ? before->patch.author : "Athanor";
        result.patch.comments = describe (result.origin, result.category, draft.baseName.empty() ? result.patch.name : draft.baseName);
        auto& tags = result.patch.tags;
        tags = request.tags;
        tags.insert (tags.begin(), std::string (nameOf (result.category)));

        for (const auto& trace : request.intent.trace)
            if (const auto word = trace.meaning.substr (0, trace.meaning.find (':')); word.size() > 2 && word.size() < 24 && tags.size() < 8 && std::ranges::find (tags, word) == tags.end() && trace.meaning.find ("without") == std::string::npos)
                tags.push_back (word);

        for (const auto part : draft.obstacles)
            result.remarks.push_back ("The " + std::string (nameOf (part)) + " was kept as it was, as you asked, so not everything could be done.");
    }

    static constexpr std::size_t mostDrafts = 6;
    static constexpr double guessed = 0.5;                 ///< How much of a way is gone that nobody hears.
    static constexpr double near = 0.15, nearEnough = 0.3; ///< Spreads: where one sound stops, and where no other one is asked.
    static constexpr double daring = 0.25;                 ///< How much of a choice is the seed's: of a score, or of spreads.

    const PatchRequest& request;
    const SoundShelf& shelf;
    const Ear& ear;
    std::vector<std::string> words;
    SoundIntent wanted; ///< What is to be done: of a change, what was not asked for before.
};
} // namespace

Result<MadePatch> makePatch (const PatchRequest& request, const SoundShelf& shelf, const Ear& ear)
{
    return Maker (request, shelf, ear).make();
}

Result<MadePatch> changePatch (const MadePatch& before, const PatchRequest& request, const SoundShelf& shelf, const Ear& ear)
{
    return Maker (request, shelf, ear).change (before);
}

Result<PatchSpec> remakePatch (const MadePatch& made, const PatchSpec& beginning, const std::set<std::size_t>& parts, const SoundShelf& shelf)
{
    auto patch = beginning;
    const auto own = undress (patch);

    for (const auto part : parts)
        if (part < made.origin.deltas.size())
            if (const auto done = apply (patch, made.origin.deltas[part]); ! done)
                return done.failure();

    static const MacroTemplate none;
    const auto* form = shelf.templateNamed (made.origin.templateId);
    dress (patch, own, form != nullptr ? *form : none, made.origin.intent.exclusions, made.origin.knobs);
    patch.name = made.patch.name;
    patch.author = made.patch.author;
    patch.comments = made.patch.comments;
    patch.style = made.patch.style;
    patch.tags = made.patch.tags;
    patch.origin = made.patch.origin;
    return patch;
}

} // namespace athanor
