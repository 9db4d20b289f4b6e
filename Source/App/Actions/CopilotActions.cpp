// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the copilot: ask for sounds, try them, compare, leave parts out, keep and export.
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Copilot/BundleMaker.h"
#include "App/Copilot/CopilotDesk.h"

#include <charconv>

namespace athanor
{

namespace
{
/** The card that is meant: the named one, else the one that is played, else the newest; 0: there is none. */
int cardIn (Session& session, const Arguments& arguments)
{
    auto& desk = session.copilot();
    const auto named = wholeIn (arguments, "card", 0, 1 << 30);

    if (named != 0 || desk.cards().empty())
        return named;

    return desk.tried() != 0 ? desk.tried() : desk.cards().front().id;
}

/** "1,2,5" as places from 0. Nothing: it is no such list. */
std::optional<std::set<std::size_t>> partsIn (const std::string& text)
{
    std::set<std::size_t> parts;

    for (const auto *at = text.data(), *end = at + text.size(); at != end;)
    {
        std::size_t number = 0;
        const auto [after, error] = std::from_chars (at, end, number);

        if (error != std::errc() || number == 0 || (after != end && *after != ','))
            return {};

        parts.insert (number - 1);
        at = after == end ? end : after + 1;
    }

    return parts;
}

Result<Value> said (const Result<Done>& result) { return result ? done() : Result<Value> (result.failure()); }

Value valueOf (const CopilotCard& card)
{
    const auto& made = card.made();
    Value::List why;

    for (const auto& delta : made.origin.deltas)
        why.push_back (toValue (delta));

    return Value::Parts { { "card", card.id }, { "asked", card.title }, { "name", made.patch.name }, { "description", made.patch.comments }, { "category", std::string (nameOf (made.category)) }, { "variation", card.isVariation }, { "parent", card.parent }, { "why", std::move (why) }, { "remarks", Value::List (made.remarks.begin(), made.remarks.end()) } };
}

Result<Value> takeParts (Session& session, const Arguments& arguments)
{
    const auto parts = partsIn (textIn (arguments, "parts"));
    return parts ? said (session.copilot().tryParts (cardIn (session, arguments), *parts)) : Result<Value> (Failure { "Name the parts by their numbers, as in \"1,2,5\".", textIn (arguments, "parts") });
}

Result<Value> preview (Session& session, const Arguments& arguments)
{
    if (! truthIn (arguments, "stop"))
        return said (session.copilot().preview (cardIn (session, arguments)));

    session.copilot().stopPreview();
    return done();
}

const Failure noSuchSound { "The copilot has no such sound any more.", "" };

/** It is written beside all else; a message says when it is there. */
Result<Value> exportBundle (Session& session, const Arguments& arguments)
{
    auto& desk = session.copilot();
    const auto card = cardIn (session, arguments);

    if (desk.find (card) == nullptr)
        return noSuchSound;

    desk.bundles.make (desk.keptOf (card), textIn (arguments, "file"));
    return done();
}

Result<Value> anotherCover (Session& session, const Arguments& arguments)
{
    auto& desk = session.copilot();
    const auto card = cardIn (session, arguments);

    if (desk.find (card) == nullptr)
        return noSuchSound;

    desk.bundles.changeSleeve (desk.keptOf (card));
    return done();
}

Result<Value> listCards (Session& session)
{
    Value::List cards;

    for (const auto& card : session.copilot().cards())
        cards.push_back (valueOf (card));

    return Value (std::move (cards));
}
} // namespace

void declareCopilotActions (Session& session)
{
    const auto card = number ("card", "Its number; without one, the sound that is played, or the newest.", 0);
    const auto hasCards = onlyIf ([&session] { return ! session.copilot().cards().empty(); }, "The copilot has made no sound yet: ask for one first.");
    const auto isBusy = onlyIf ([&session] { return session.copilot().isBusy(); }, "The copilot is doing nothing just now.");
    const auto isTrying = onlyIf ([&session] { return session.copilot().isTrying(); }, "No sound of the copilot is being tried.");

    const auto canCompare = onlyIf ([&session] { return session.copilot().canCompare(); }, "There is no sound of the copilot, or none before it, to be compared.");

    declare (session, { "copilot.ask", "Ask for a sound", "Makes a sound of words, as \"warm pad that slowly opens, no reverb\", or changes the one that is there, as \"a bit darker\".", "", "", { text ("prompt", "What it should sound like.") } }, [&session] (const Arguments& arguments) { return said (session.copilot().ask (textIn (arguments, "prompt"))); });

    declare (
        session, { "copilot.again", "Ask once more", "Makes another sound of the same words." }, [&session] (const Arguments&) { return said (session.copilot().again()); }, hasCards);

    declare (
        session, { "copilot.vary", "Make variations", "Makes six sounds that are like one and otherwise in one thing each.", "", "", { card } }, [&session] (const Arguments& arguments) { return said (session.copilot().vary (cardIn (session, arguments))); }, hasCards);

    declare (
        session, { "copilot.cancel", "Stop the copilot", "Stops what it is making." }, [&session] { session.copilot().cancel(); }, isBusy);

    declare (
        session, { "copilot.try", "Play the copilot's sound", "Lets the chosen instrument play a sound that the copilot made.", "", "", { card } }, [&session] (const Arguments& arguments) { return said (session.copilot().tryOut (cardIn (session, arguments))); }, hasCards);

    declare (
        session, { "copilot.parts", "Leave parts out", "Plays a sound that the copilot made with only some of what was set.", "", "", { text ("parts", "The numbers of those that stay, as \"1,2,5\"."), card } }, [&session] (const Arguments& arguments) { return takeParts (session, arguments); }, hasCards);

    declare (
        session, { "copilot.compare", "Compare with before the copilot", "Hears what was there before the copilot's sound, and goes back: A and B." }, [&session] (const Arguments&) { return said (session.copilot().compare()); }, canCompare);

    declare (
        session, { "copilot.keep", "Keep the copilot's sound", "Makes what is tried the sound of the instrument, as one step of undo." }, [&session] (const Arguments&) { return said (session.copilot().accept()); }, isTrying);

    declare (
        session, { "copilot.putBack", "Put back what was there", "Gives the instrument the sound that it had before the copilot's." }, [&session] (const Arguments&) { return said (session.copilot().putBack()); }, isTrying);

    declare (
        session, { "copilot.preview", "Hear the copilot's phrase", "Plays a phrase with a sound that the copilot made, past the song.", "", "", { card, { "stop", "Whether it shall be silent instead.", Argument::Kind::truth, false } } }, [&session] (const Arguments& arguments) { return preview (session, arguments); }, hasCards);

    declare (
        session, { "copilot.dismiss", "Forget the copilot's sound", "Takes a sound off the copilot's list; what is played stays.", "", "", { card } }, [&session] (const Arguments& arguments) { session.copilot().dismiss (cardIn (session, arguments)); return done(); }, hasCards);

    declare (
        session, { "copilot.export", "Export bundle\xe2\x80\xa6", "Writes a sound that the copilot made as one file: for Athanor, for Vital, for Ableton Live, with a recording and its cover.", "", "", { { "file", "Where it goes.", Argument::Kind::file, {} }, card } }, [&session] (const Arguments& arguments) { return exportBundle (session, arguments); }, hasCards);

    declare (
        session, { "copilot.cover", "Another cover", "Draws another cover for a sound that the copilot made; the sound stays.", "", "", { card } }, [&session] (const Arguments& arguments) { return anotherCover (session, arguments); }, hasCards);

    declare (session, { "copilot.sign", "Sign covers", "Signs the covers of bundles: those of one name share their colours and their emblem.", "", "", { text ("name", "Any name; empty: nobody's in particular.") } }, [&session] (const Arguments& arguments) {
        session.preferences().set (profileSetting, profileNamed (textIn (arguments, "name")));
        session.copilot().onChange.call();
        return done();
    });

    declare (session, { "copilot.list", "What the copilot made", "Tells all sounds that the copilot made, and why they are as they are." }, [&session] (const Arguments&) { return listCards (session); });
}

} // namespace athanor
