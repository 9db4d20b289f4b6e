// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/Meaning.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

namespace athanor
{

namespace
{
constexpr double plainStrength = .6, hintWeight = .35;

struct RoleName
{
    std::string_view name;
    WordRole role;
};

constexpr RoleName roles[] = { { "fill", WordRole::filler },
                               { "ordinary", WordRole::ordinary },
                               { "much", WordRole::much },
                               { "nottoo", WordRole::noMuch },
                               { "not", WordRole::no },
                               { "after", WordRole::after },
                               { "more", WordRole::more },
                               { "less", WordRole::less },
                               { "too", WordRole::too },
                               { "remove", WordRole::remove },
                               { "keep", WordRole::keep },
                               { "refine", WordRole::refine },
                               { "fresh", WordRole::fresh },
                               { "and", WordRole::conjunction },
                               { "or", WordRole::alternative },
                               { "but", WordRole::contrast },
                               { "with", WordRole::with },
                               { "like", WordRole::like },
                               { "for", WordRole::purpose },
                               { "octave", WordRole::octave },
                               { "up", WordRole::up },
                               { "down", WordRole::down },
                               { "higher", WordRole::sound },
                               { "lower", WordRole::sound } };

double numberOf (std::string_view text, double fallback)
{
    if (text.starts_with ('+'))
        text.remove_prefix (1);

    double number = fallback;
    std::from_chars (text.data(), text.data() + text.size(), number);
    return number;
}

/** Takes the name before `mark` and the number after it. */
std::pair<std::string_view, double> split (std::string_view text, char mark, double fallback)
{
    const auto at = text.find (mark);
    return at == std::string_view::npos ? std::pair { text, fallback } : std::pair { text.substr (0, at), numberOf (text.substr (at + 1), fallback) };
}

template <typename Choice>
Choice named (std::string_view name)
{
    const auto choice = choiceNamed<Choice> (name);
    assert (choice);
    return choice.value_or (Choice {});
}

void readRole (WordSense& sense, std::string_view word)
{
    if (word == "n")
        sense.isNoun = true;
    else if (word == "relative")
        sense.isRelative = true;
    else if (word == "adj")
        sense.isNoun = false;
    else if (word.starts_with ("target"))
        sense.target = static_cast<EnvelopePart> (word.back() - '0');
    else if (word.starts_with ("dim"))
        sense.speed = numberOf (word.substr (3), 1);
    else
    {
        for (const auto& [name, role] : roles)
            if (word.starts_with (name))
            {
                sense.role = role;
                sense.isRelative = sense.isRelative || name == "higher" || name == "lower";
                sense.amount = numberOf (word.substr (name.size()), 1);
                return;
            }

        assert (false);
    }
}

void readPart (WordSense& sense, std::string_view name, std::string_view text)
{
    const auto number = numberOf (text, 0);

    if (name == "has")
        sense.features.push_back (named<SoundFeature> (text));
    else if (name == "move")
    {
        const auto [kind, depth] = split (text, '*', .6);
        sense.movements.push_back ({ named<MovementKind> (kind), depth, {}, {} });
    }
    else if (name == "genre")
        sense.genre = text;
    else if (name == "part")
        sense.part = named<SoundPart> (text);
    else if (name == "oct")
        sense.octaves = static_cast<int> (number);
    else if (name == "note")
        sense.note = static_cast<int> (number);
    else if (name == "era")
        sense.decade = static_cast<int> (number);
    else if (name == "reverb")
        sense.space.reverb = number;
    else if (name == "delay")
        sense.space.delay = number;
    else
    {
        assert (name.size() == 1 && std::string_view ("adsr").find (name) != std::string_view::npos);
        (name == "a" ? sense.envelope.attack : name == "d" ? sense.envelope.decay
                                           : name == "s"   ? sense.envelope.sustain
                                                           : sense.envelope.release) = number;
    }
}

void readAxis (WordSense& sense, std::string_view word, double weight)
{
    const auto sign = word.find_first_of ("+-");
    assert (sign != std::string_view::npos);
    const auto strength = numberOf (word.substr (sign + 1), plainStrength);
    sense.axes.push_back ({ named<TimbreAxis> (word.substr (0, sign)), word[sign] == '-' ? -strength : strength, weight, false });
}
} // namespace

WordSense parseMeaning (std::string_view text)
{
    WordSense sense;
    auto weight = 1.0;

    while (! text.empty())
    {
        const auto end = std::min (text.find (' '), text.size());
        const auto word = text.substr (0, end);
        text.remove_prefix (std::min (end + 1, text.size()));

        if (word.empty())
            continue;

        if (word == "~")
            weight = hintWeight;
        else if (word.front() == '!')
            readRole (sense, word.substr (1));
        else if (word.front() == '=')
        {
            const auto [name, much] = split (word.substr (1), '*', 1);
            sense.categories.push_back ({ named<SoundCategory> (name), much });
        }
        else if (const auto colon = word.find (':'); colon != std::string_view::npos)
            readPart (sense, word.substr (0, colon), word.substr (colon + 1));
        else
            readAxis (sense, word, weight);
    }

    return sense;
}

} // namespace athanor
