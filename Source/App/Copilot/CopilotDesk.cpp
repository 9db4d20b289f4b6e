// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/CopilotTrial.h"

#include "App/Copilot/BundleMaker.h"
#include "App/Copilot/KeyDesk.h"
#include "App/Copilot/ShelfFile.h"
#include "App/Session.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/HandTurns.h"
#include "Core/Text.h"
#include "Formats/Json.h"

#include <algorithm>

namespace athanor
{

namespace
{
const Failure nothingSaid { "Say what the sound shall be like: \"warm pad that slowly opens\", for example.", {} };
const Failure nothingThere { "There is no sound yet that could be changed: ask for one first.", {} };

constexpr auto historyKey = "copilot.history";
constexpr std::size_t mostPrompts = 50, mostCards = 40, longestPrompt = 4'000;

SoundCategory categoryOf (const PatchSpec& patch)
{
    for (const auto& tag : patch.tags)
        if (const auto category = choiceNamed<SoundCategory> (tag))
            return *category;

    const auto style = inLowerCase (patch.style);

    if (style == "percussion")
        return SoundCategory::drums;

    return style == "sfx" ? SoundCategory::effects : choiceNamed<SoundCategory> (style).value_or (SoundCategory::lead);
}

/** A patch of another day, or of a card that is gone, is made again by what it tells of itself: from the same beginning by the same
    differences. Not where what it began with is gone, or the program makes it otherwise by now. */
bool follow (CopilotResult& there, const PatchOrigin& origin)
{
    const auto shelf = loadShelf();
    const auto* base = shelf ? (*shelf)->baseNamed (origin.base) : nullptr;
    const auto* form = shelf ? (*shelf)->templateNamed (origin.templateId) : nullptr;

    if (base == nullptr || form == nullptr || form->version != origin.templateVersion || origin.generator != generatorVersion)
        return false;

    MadePatch made { {}, origin, there.made.category, base->timbre, {} };
    const auto beginning = (*shelf)->load (*base);
    std::set<std::size_t> all;

    for (std::size_t i = 0; i < origin.deltas.size(); ++i)
        all.insert (i);

    const auto patch = beginning ? remakePatch (made, *beginning, all, **shelf) : beginning;

    if (! patch)
        return false;

    made.patch = *patch;
    there.beginning = *beginning;
    takeTurns (made, there.beginning, there.made.patch);
    there.made = std::move (made);
    return true;
}

} // namespace

CopilotDesk::CopilotDesk (Session& s, ReadPrompt read) : bundles ([&s] { return s.preferences().text (profileSetting, ""); }), session (s), work (std::move (read)), keyDesk (std::make_unique<KeyDesk> (s))
{
    if (const auto known = parseJson (session.preferences().text (historyKey, "[]")); known && known->as<Value::List>() != nullptr)
        for (const auto& one : *known->as<Value::List>())
            if (const auto* text = one.as<std::string>())
                prompts.push_back (*text);
}

CopilotDesk::~CopilotDesk() = default;

const std::vector<std::string>& CopilotDesk::examples()
{
    static const std::vector<std::string> all { "warm analogue pad that slowly opens, no reverb", "deep sub bass with a little growl", "glassy bells, wide, long reverb", "plucked strings with 1/8 echoes", "bright supersaw lead with glide", "dusty electric piano, slightly out of tune", "dark drone that never stands still", "punchy kick, short" };
    return all;
}

const CopilotCard* CopilotDesk::find (int card) const
{
    const auto found = std::ranges::find (table, card, &CopilotCard::id);
    return found != table.end() ? &*found : nullptr;
}

/** The card that a patch came of, whatever was turned since; null: none of those that are on the desk. */
const CopilotCard* CopilotDesk::cardOf (const PatchSpec& patch) const
{
    const auto found = std::ranges::find_if (table, [&] (const CopilotCard& card) { return heldOf (card).patch.origin == patch.origin; });
    return found != table.end() && ! patch.origin.empty() ? &*found : nullptr;
}

/** What a change would be a change of: the chosen instrument's patch; where it came of a card, with how that was made and what was turned since. */
SharedResult CopilotDesk::whatIsThere() const
{
    const auto patch = session.patchOf (session.selection().instrument);

    if (patch == nullptr)
        return nullptr;

    if (const auto* card = cardOf (*patch))
    {
        auto kept = std::make_shared<CopilotResult> (*card->result);
        kept->made = heldOf (*card);
        takeTurns (kept->made, kept->beginning, *patch);
        return kept;
    }

    auto there = std::make_shared<CopilotResult>();
    there->made.patch = *patch;
    there->made.category = categoryOf (*patch);
    there->beginning = *patch;

    const auto text = parseJson (patch->origin.empty() ? "null" : patch->origin);
    const auto origin = text && ! text->isNothing() ? originFrom (*text) : Result<PatchOrigin> (nothingThere);

    // Of what cannot be followed any more, what was asked for counts on; the differences begin anew, with the patch as it is.
    if (origin && ! follow (*there, *origin))
    {
        there->made.origin.prompts = origin->prompts;
        there->made.origin.intent = origin->intent;
        there->made.origin.templateId = origin->templateId;
        there->made.origin.templateVersion = origin->templateVersion;
    }

    return there;
}

Result<Done> CopilotDesk::begin (CopilotOrder wanted, int parent)
{
    last = wanted;
    varies = wanted.variations > 0;
    orderedFor = placeNow();
    orderedFrom = parent;
    cardOfOrder = 0;
    done = 0;
    trouble.clear();
    order = work.order (std::move (wanted));
    onChange.call();
    return Done();
}

Result<Done> CopilotDesk::ask (const std::string& prompt)
{
    const auto text = shortened (trimmed (prompt), longestPrompt);

    if (text.empty())
        return nothingSaid;

    const auto there = whatIsThere();
    const auto* intent = there != nullptr ? &there->made.origin.intent : nullptr;
    const auto isChange = planSound (text, intent).isRefinement;

    if (isChange && there == nullptr)
        return nothingThere;

    remember (text);
    CopilotOrder wanted;
    wanted.prompt = text;

    if (isChange)
    {
        wanted.before = there;
        wanted.seed = there->made.origin.seed;
    }

    const auto* parent = isChange ? cardOf (there->made.patch) : nullptr;
    return begin (std::move (wanted), parent != nullptr ? parent->id : 0);
}

Result<Done> CopilotDesk::again()
{
    if (! last || last->variations > 0)
        return nothingSaid;

    auto wanted = *last;
    ++wanted.seed;
    return begin (std::move (wanted), orderedFrom);
}

Result<Done> CopilotDesk::vary (int id)
{
    constexpr int inARow = 6;
    const auto* card = find (id);

    if (card == nullptr)
        return noSuchCard;

    CopilotOrder wanted;
    wanted.before = card->result;
    wanted.variations = inARow;
    wanted.seed = card->made().origin.seed;
    std::erase_if (table, [id] (const CopilotCard& one) { return one.parent == id && one.isVariation; });
    const auto before = last;
    auto begun = begin (std::move (wanted), id);
    last = before;
    return begun;
}

void CopilotDesk::cancel()
{
    work.cancel();
    order = 0;
    done = 0;
    onChange.call();
}

bool CopilotDesk::isBusy() const { return order != 0; }

void CopilotDesk::dismiss (int id)
{
    std::erase_if (table, [id] (const CopilotCard& card) { return card.id == id || (card.parent == id && card.isVariation); });
    onChange.call();
}

void CopilotDesk::remember (const std::string& prompt)
{
    std::erase (prompts, prompt);
    prompts.push_back (prompt);

    if (prompts.size() > mostPrompts)
        prompts.erase (prompts.begin());

    session.preferences().set (historyKey, formatJson (Value::List (prompts.begin(), prompts.end()), JsonLayout::oneLine));
}

Result<Done> CopilotDesk::preview (int id)
{
    const auto* card = find (id);

    if (card == nullptr)
        return noSuchCard;

    session.player().preview (card->result->phrase);
    return Done();
}

void CopilotDesk::stopPreview() { session.player().preview (nullptr); }

void CopilotDesk::take (const CopilotNews& news)
{
    done = news.progress;
    trouble = news.problem;

    if (news.isOver)
        order = 0;

    if (news.result == nullptr)
        return;

    const auto isVariation = varies;
    auto known = isVariation ? table.end() : std::ranges::find (table, cardOfOrder, &CopilotCard::id);

    if (known != table.end() && cardOfOrder != 0)
    {
        // The better one takes the place of the first, also in the hands of who plays it already.
        const auto isPlayed = tried() == cardOfOrder;
        known->result = news.result;
        choices.erase (cardOfOrder);

        if (isPlayed)
            static_cast<void> (play (news.result->made.patch, cardOfOrder, orderedFor));

        return;
    }

    const CopilotCard card { ++lastCard, orderedFrom, news.title, isVariation, news.result };
    const auto parent = isVariation ? std::ranges::find (table, orderedFrom, &CopilotCard::id) : table.begin();
    auto place = parent;

    if (isVariation && parent != table.end())
        for (++place; place != table.end() && place->isVariation && place->parent == orderedFrom;)
            ++place;

    table.insert (place, card);

    if (table.size() > mostCards)
        table.pop_back();

    if (isVariation)
        return;

    cardOfOrder = card.id;

    if (const auto played = play (news.result->made.patch, card.id, orderedFor); ! played)
        trouble = played.failure().message;
    else
        orderedFor.instrument = trial->instrument;
}

KeyDesk& CopilotDesk::keys() { return *keyDesk; }

void CopilotDesk::update()
{
    keyDesk->refresh();
    bundles.update();

    const auto news = work.takeNews();

    for (const auto& one : news)
        if (one.order == order || (order == 0 && one.result == nullptr))
            take (one);

    if (! news.empty())
        onChange.call();
}

void CopilotDesk::settle()
{
    work.settle();
    update();
}

} // namespace athanor
