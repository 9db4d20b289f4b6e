// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/Expectations.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace athanor
{

namespace
{
constexpr double strong = .7, slight = .5, least = .02;

bool holdsNumber (std::optional<double> value, char comparison, double bound)
{
    if (! value)
        return false;

    return comparison == '<' ? *value < bound : comparison == '>' ? *value > bound
                                                                  : std::abs (*value - bound) < 1e-6;
}

std::optional<double> numberNamed (const SoundIntent& intent, std::string_view name)
{
    const auto& movements = intent.movements;
    const auto of = [&] (auto member) {
        const auto found = std::find_if (movements.begin(), movements.end(), [&] (const MovementWish& wish) { return (wish.*member).has_value(); });
        return found == movements.end() ? std::nullopt : (*found).*member;
    };

    return name == "a"                     ? intent.envelope.attack
           : name == "d"                   ? intent.envelope.decay
           : name == "s"                   ? intent.envelope.sustain
           : name == "r"                   ? intent.envelope.release
           : name == "reverb"              ? intent.space.reverb
           : name == "delay"               ? intent.space.delay
           : name == "rate"                ? of (&MovementWish::hertz)
           : name == "beats"               ? of (&MovementWish::beats)
           : name == "oct"                 ? std::optional<double> (intent.octaves)
           : name == "note" && intent.note ? std::optional<double> (*intent.note)
                                           : std::nullopt;
}

bool holdsAxis (const SoundIntent& intent, std::string_view text, bool isRelative)
{
    const auto at = text.find_first_of ("+-~");
    const auto axis = choiceNamed<TimbreAxis> (text.substr (0, at));

    if (! axis || at == std::string_view::npos)
        return false;

    if (text[at] == '~')
        return intent.isTorn (*axis);

    const auto wished = intent.wished (*axis, isRelative) * (text[at] == '-' ? -1 : 1);
    const auto how = text.substr (at + 1);
    return how == "!" ? wished >= strong : how == "?" ? wished >= least && wished <= slight
                                                      : wished >= least;
}

std::string keyText (const KeyWish& key)
{
    static constexpr const char* names[] { "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B" };
    return std::string (names[key.tonic]) + (key.isMinor ? "m" : "");
}

template <typename Choice>
bool holdsChoice (const std::vector<Choice>& all, std::string_view name)
{
    const auto choice = choiceNamed<Choice> (name);
    return choice && std::find (all.begin(), all.end(), *choice) != all.end();
}

bool holdsNamed (const SoundIntent& intent, std::string_view name, const std::string& text)
{
    const auto has = [&] (const std::vector<std::string>& texts) { return std::find (texts.begin(), texts.end(), text) != texts.end(); };
    const auto moves = [&] { return std::any_of (intent.movements.begin(), intent.movements.end(), [&] (const MovementWish& wish) { return nameOf (wish.kind) == text; }); };

    return name == "has"     ? holdsChoice (intent.features, text)
           : name == "no"    ? holdsChoice (intent.exclusions, text)
           : name == "keep"  ? holdsChoice (intent.locks, text)
           : name == "move"  ? moves()
           : name == "genre" ? has (intent.genres)
           : name == "lost"  ? has (intent.notUnderstood)
           : name == "era"   ? intent.decade && std::to_string (*intent.decade) == text
           : name == "tempo" ? intent.tempo && std::to_string (std::lround (*intent.tempo)) == text
           : name == "key"   ? intent.key && keyText (*intent.key) == text
                             : false;
}

bool holds (const SoundIntent& intent, std::string_view atom)
{
    if (atom == "nocat")
        return intent.categories.empty();

    if (atom == "refine" || atom == "fresh")
        return intent.isRefinement == (atom == "refine");

    if (atom.starts_with ("rel:"))
        return holdsAxis (intent, atom.substr (4), true);

    if (const auto category = choiceNamed<SoundCategory> (atom))
        return intent.category() == category;

    if (const auto at = atom.find_first_of ("<>="); at != std::string_view::npos && atom.find (':') == std::string_view::npos)
        return holdsNumber (numberNamed (intent, atom.substr (0, at)), atom[at], std::stod (std::string (atom.substr (at + 1))));

    if (const auto colon = atom.find (':'); colon != std::string_view::npos)
        return holdsNamed (intent, atom.substr (0, colon), std::string (atom.substr (colon + 1)));

    return holdsAxis (intent, atom, false);
}
} // namespace

std::vector<PromptCase> readPromptCases (const std::filesystem::path& path)
{
    std::vector<PromptCase> cases;
    std::ifstream input (path);

    for (std::string line; std::getline (input, line);)
    {
        if (line.starts_with ('#'))
            continue;

        std::istringstream fields (line);
        PromptCase one;

        // A prompt of "#bass" is told from the head by the field before it.
        if (std::getline (fields, one.before, '\t') && std::getline (fields, one.prompt, '\t') && std::getline (fields, one.expected))
        {
            one.isHeldOut = cases.size() % 2 == 1;
            cases.push_back (std::move (one));
        }
    }

    return cases;
}

std::string missedBy (const SoundIntent& intent, std::string_view expected)
{
    std::string missed;
    std::istringstream tokens { std::string (expected) };

    for (std::string token; tokens >> token;)
    {
        std::istringstream either (token);
        auto isAny = false;

        for (std::string atom; std::getline (either, atom, '|');)
            isAny = isAny || holds (intent, atom);

        if (! isAny)
            missed += (missed.empty() ? "" : " ") + token;
    }

    return missed;
}

} // namespace athanor
