// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchMaker.h"

#include "Compose/Sound/Beginnings.h"
#include "Compose/Sound/KnobsByEar.h"
#include "Compose/Sound/Naming.h"
#include "Compose/Sound/PatchDraft.h"
#include "Compose/Sound/PatchHand.h"
#include "Compose/Sound/PatchMend.h"
#include "Compose/Sound/PatchSearch.h"

#include <algorithm>

namespace athanor
{

namespace
{
const Failure cancelled { "Making the sound was cancelled.", {} };

class Maker
{
public:
    Maker (const PatchRequest& r, const SoundShelf& s, const Ear& e) : request (r), shelf (s), ear (e), wanted (r.intent) {}

    Result<MadePatch> make()
    {
        const auto drafts = draftsFor (request, shelf, static_cast<bool> (ear.listen));

        if (! drafts)
            return drafts.failure();

        return finish (nearest (*drafts), {});
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
        return finish (nearest ({ draft }), &before);
    }

private:
    bool isCancelled() const { return ear.isCancelled && ear.isCancelled(); }

    void say (double progress) const
    {
        if (ear.progress)
            ear.progress (progress);
    }

    PatchDraft nearest (std::vector<PatchDraft> drafts) const { return nearestOf (std::move (drafts), wanted, request.seed, shelf, ear); }

    /** Turns the last things that a person should not have to: tuning, offset and level. */
    void mend (PatchDraft& draft) const
    {
        PatchHand hand (draft.made);
        mendTuning (hand, draft.heard, draft.category, ear);
        const LevelWish level { draft.category, std::clamp (wanted.wished (TimbreAxis::level) + wanted.wished (TimbreAxis::level, true), -1.0, 1.0), ! request.intent.excludes (SoundFeature::compressor) };

        if (mendLevel (hand, level, ear) && ear.listen)
        {
            draft.heard = ear.listen (std::span (&hand.patch(), 1)).front();
            bringIntoTune (hand, draft.heard, draft.category, ear); // What lost its lowest partials may be heard elsewhere.
        }

        keep (draft, hand);
    }

    /** With its knobs on a sound may be a little louder than without: noise begins elsewhere. */
    PatchSpec dressed (PatchDraft& draft, const MacroTemplate& form, KnobChoices& choices) const
    {
        constexpr double slight = 0.3;
        auto patch = draft.made;
        choices = dressByEar (patch, draft.own, form, request.intent.exclusions, ear);
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
        const auto& form = before != nullptr && shelf.templateNamed (before->origin.templateId) != nullptr ? *shelf.templateNamed (before->origin.templateId) : shelf.templateFor (request.intent, draft.category, wordsOf (request));
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

        // What did what it did before does what it became then: it is made again from the first beginning.
        if (before != nullptr)
            for (std::size_t i = 0; i < knobs.size(); ++i)
                if (knobs[i] == 0)
                    origin.knobs[i] = before->origin.knobs[i];

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

    const PatchRequest& request;
    const SoundShelf& shelf;
    const Ear& ear;
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
