// SPDX-License-Identifier: GPL-3.0-or-later
// An intent while it is gathered: puts wishes together and writes down where each came from.
#pragma once

#include "Compose/Intent/PromptItems.h"

#include <string>
#include <vector>

namespace athanor
{

/** Numbers as traces say them: three places at most, in any locale. */
std::string textOf (double);

/** The same with its sign, as "+0.5". */
std::string signedText (double);

class IntentDraft
{
public:
    SoundIntent intent;
    std::vector<CategoryWish> mentions; ///< Of categories, in the order of the prompt.
    int understood = 0;                 ///< Phrases that said something.

    /** Of the same axis and the same side the stronger wish stays. */
    void wish (const PromptItem&, TimbreAxis, double direction, double weight, bool isRelative);
    void category (const PromptItem&, CategoryWish);
    void refuseCategory (const PromptItem&, SoundCategory);
    void want (const PromptItem&, SoundFeature);
    void exclude (const PromptItem&, SoundFeature);
    void move (const PromptItem&, MovementWish);
    void reverb (const PromptItem&, double);
    void delay (const PromptItem&, double);
    void envelope (const PromptItem&, EnvelopePart, double);
    void lock (const PromptItem&, SoundPart);
    void octaves (const PromptItem&, int);
    void genre (const PromptItem&, const std::string&);
    void lost (const PromptItem&);

    /** Writes down what a piece of the prompt was taken for. */
    void note (const PromptItem&, const std::string& meaning);

    /** After the last item: orders the categories, and names what pulls against what. */
    void finish();

private:
    std::vector<SoundCategory> refused;
};

} // namespace athanor
