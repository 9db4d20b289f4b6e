// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt as the phrases, numbers and unknown words that it is made of.
#pragma once

#include "Compose/Intent/Lexicon.h"
#include "Compose/Intent/PromptWords.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

enum class PromptKind { phrase, ///< `find` says what it means.
                        unknown,
                        seconds,
                        hertz,
                        beats, ///< A length of notes.
                        percent,
                        tempo,
                        key,     ///< `key`.
                        octaves, ///< Up, or down where it is less than 0.
                        note,    ///< A MIDI note.
                        cents,
                        voices,
                        year };

struct PromptItem
{
    PromptKind kind = PromptKind::unknown;
    WordFind find; ///< Of a phrase.
    double number = 0;
    KeyWish key;
    int begin = 0, end = 0; ///< Bytes of the prompt.
    WordBreak before = WordBreak::none;
    bool isJoined = false; ///< By a hyphen to the item before.
    std::string text;      ///< As it was written, in lower case.

    bool has (WordRole role) const { return kind == PromptKind::phrase && find.sense->role == role; }

    bool isSound() const { return has (WordRole::sound); }
};

std::vector<PromptItem> promptItems (const std::vector<PromptWord>&, const Lexicon&);

} // namespace athanor
