// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/BorrowedTrace.h"

#include "Compose/Intent/IntentDraft.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::string_view causeBegins = "as ", causeEnds = " heard the sentence";

/** One thing that somebody found, and how the offline planner calls it. */
struct Find
{
    std::string text;
    std::vector<std::string> names;
    int side = 0;         ///< -1: less of it, or none; 1: more of it; 0: either.
    bool isExact = false; ///< Only this text will do.

    bool operator== (const Find& other) const { return text == other.text; }
};

template <typename Choice>
std::string named (Choice choice)
{
    return std::string (nameOf (choice));
}

void addWishes (std::vector<Find>& finds, const SoundIntent& intent)
{
    for (const auto& wish : intent.wishes)
    {
        const auto name = named (wish.axis);
        finds.push_back ({ name + " " + signedText (wish.direction) + (wish.isRelative ? " than before" : ""), { name, (wish.direction < 0 ? "without " : "with ") + name }, wish.direction < 0 ? -1 : 1 });
    }

    for (const auto feature : intent.features)
        finds.push_back ({ "with " + named (feature), { "with " + named (feature), named (feature) }, 1 });

    for (const auto feature : intent.exclusions)
        finds.push_back ({ "without " + named (feature), { "without " + named (feature), named (feature) }, -1 });
}

void addTimes (std::vector<Find>& finds, const SoundIntent& intent)
{
    const auto time = [&] (const char* name, const std::optional<double>& value, const char* unit) {
        if (value)
            finds.push_back ({ name + (" " + textOf (*value)) + unit, { name } });
    };

    time ("attack", intent.envelope.attack, " s");
    time ("decay", intent.envelope.decay, " s");
    time ("sustain", intent.envelope.sustain, "");
    time ("release", intent.envelope.release, " s");

    for (const auto& movement : intent.movements)
    {
        const auto name = named (movement.kind);
        const auto speed = movement.hertz ? " at " + textOf (*movement.hertz) + " Hz" : movement.beats ? " every " + textOf (*movement.beats) + " beats"
                                                                                                       : std::string();
        finds.push_back ({ name + speed, { name, "with " + name, "how fast the " + name + " goes" } });
    }
}

void addSpace (std::vector<Find>& finds, const SoundIntent& intent)
{
    const auto amount = [&] (const char* name, const std::optional<double>& value) {
        if (value)
            finds.push_back ({ name + (" " + textOf (*value)), { name, (*value > 0 ? "with " : "without ") + std::string (name) }, *value > 0 ? 1 : -1 });
    };

    amount ("reverb", intent.space.reverb);
    amount ("delay", intent.space.delay);

    if (intent.space.delayBeats)
        finds.push_back ({ "length of the delay", { "length of the delay" } });
}

void addPlace (std::vector<Find>& finds, const SoundIntent& intent)
{
    const auto exactly = [&] (const std::string& text) { finds.push_back ({ text, { text }, 0, true }); };

    // Of what else names an octave the engine believes that it only names a kind of sound.
    if (intent.octaves != 0)
        exactly ("octaves " + signedText (intent.octaves));

    if (intent.note)
        exactly ("around note " + std::to_string (*intent.note));

    if (intent.decade)
        exactly ("from the " + std::to_string (*intent.decade) + "s");

    if (intent.tempo)
        exactly ("tempo");

    if (intent.key)
        exactly ("key");

    for (const auto part : intent.locks)
        exactly ("keeps the " + named (part));

    for (const auto& genre : intent.genres)
        exactly ("genre " + genre);

    for (const auto& wish : intent.categories)
        exactly ("category " + named (wish.category));
}

std::vector<Find> findsIn (const SoundIntent& intent)
{
    std::vector<Find> finds;
    addPlace (finds, intent);
    addWishes (finds, intent);
    addTimes (finds, intent);
    addSpace (finds, intent);
    return finds;
}

/** What a number at the beginning of a text says: less, more, or nothing. */
int sideOf (std::string_view text)
{
    if (text.empty() || text.front() == '-' || text.front() == '+')
        return text.empty() ? 0 : text.front() == '-' ? -1
                                                      : 1;

    if (std::isdigit (static_cast<unsigned char> (text.front())) == 0)
        return 0;

    return text == "0" ? -1 : 1;
}

/** Whether a piece of a meaning, as "brightness -0.6", tells of a find. */
bool tells (std::string_view piece, const Find& find)
{
    if (find.isExact)
        return piece == find.text;

    return std::ranges::any_of (find.names, [&] (const std::string& name) {
        if (! piece.starts_with (name) || (piece.size() > name.size() && piece[name.size()] != ' '))
            return false;

        const auto side = sideOf (piece.substr (std::min (piece.size(), name.size() + 1)));
        return side == 0 || find.side == 0 || side == find.side;
    });
}

std::vector<std::string_view> piecesOf (std::string_view meaning)
{
    std::vector<std::string_view> pieces;

    for (auto at = meaning.find (": "), end = at; at != std::string_view::npos; at = end)
    {
        end = meaning.find (", ", at + 2);
        pieces.push_back (meaning.substr (at + 2, end == std::string_view::npos ? end : end - at - 2));
    }

    return pieces;
}

/** Grows a list of finds behind a word, as long as a text may be. False: it is full. */
bool append (IntentTrace& trace, const std::string& text, std::string_view head)
{
    const auto longer = trace.meaning.empty() ? std::string (head) + ": " + text : trace.meaning + ", " + text;

    if (longer.size() > static_cast<std::size_t> (SoundIntent::longestText))
        return false;

    trace.meaning = longer;
    return true;
}

struct Finder
{
    std::vector<Find> finds;
    std::vector<bool> isTold = std::vector<bool> (finds.size());

    /** What of an entry these finds say, too; nothing of it: an empty meaning. */
    IntentTrace shared (const IntentTrace& entry)
    {
        IntentTrace both { entry.begin, entry.end, {} };
        const auto pieces = piecesOf (entry.meaning);
        const auto head = entry.meaning.substr (0, entry.meaning.find (": "));

        for (std::size_t i = 0; i < finds.size(); ++i)
            if (std::ranges::any_of (pieces, [&] (std::string_view piece) { return tells (piece, finds[i]); }) && append (both, finds[i].text, head))
                isTold[i] = true;

        return both;
    }
};
} // namespace

std::vector<IntentTrace> borrowedTrace (const SoundIntent& intent, const SoundIntent& traced, std::string_view prompt, std::string_view reader, const SoundIntent* before)
{
    constexpr auto most = static_cast<std::size_t> (SoundIntent::mostItems);
    const auto known = before != nullptr ? findsIn (*before) : std::vector<Find>();
    auto all = findsIn (intent);
    std::erase_if (all, [&] (const Find& find) { return std::ranges::find (known, find) != known.end(); });
    Finder finder { std::move (all) };
    std::vector<IntentTrace> trace;

    for (const auto& entry : traced.trace)
        if (entry.end > entry.begin && trace.size() < most)
            if (auto shared = finder.shared (entry); ! shared.meaning.empty())
                trace.push_back (std::move (shared));

    const auto size = static_cast<int> (std::min (prompt.size(), static_cast<std::size_t> (SoundIntent::longestPrompt)));
    const auto cause = causeInAll (reader);
    IntentTrace whole { 0, size, {} };

    // One find each: what stands with an octave in one entry is taken for one word.
    for (std::size_t i = 0; i < finder.finds.size() && trace.size() < most; ++i)
        if (! finder.isTold[i])
        {
            whole.meaning.clear();

            if (append (whole, finder.finds[i].text, cause))
                trace.push_back (whole);
        }

    return trace;
}

std::string causeInAll (std::string_view reader)
{
    std::string name (reader);

    if (name.starts_with ("The "))
        name.front() = 't';

    return std::string (causeBegins) + name + std::string (causeEnds);
}

bool isCauseInAll (std::string_view cause) { return cause.starts_with (causeBegins) && cause.ends_with (causeEnds); }

std::string withCauseInAll (std::string_view sentence, std::string_view cause)
{
    std::string text (sentence);

    while (text.ends_with ('.'))
        text.pop_back();

    text += text.empty() ? std::string (cause) : ", " + std::string (cause);
    text.front() = static_cast<char> (std::toupper (static_cast<unsigned char> (text.front())));
    return text + ".";
}

} // namespace athanor
