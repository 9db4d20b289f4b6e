// SPDX-License-Identifier: GPL-3.0-or-later
// Makes patches on a thread of its own, so that the window never waits for one.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Compose/Sound/PatchMaker.h"
#include "Dsp/Sound.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace athanor
{

/** A patch that was made, and what is shown and heard of it before somebody plays it. */
struct CopilotResult
{
    MadePatch made;
    PatchSpec beginning;                     ///< What it was made from: all of made.origin.deltas lead from there to it.
    dsp::SharedSound phrase;                 ///< The phrase that suits its category.
    std::vector<std::array<float, 2>> shape; ///< The phrase from left to right: lowest and highest, -1 to 1.
    std::vector<float> spectrum;             ///< While it sounds, 20 Hz to 20 kHz by octaves: 0 to 1 for -84 to 0 dB.
    std::shared_ptr<const SoundShelf> shelf; ///< What it was made from.
    bool isRefined = false;                  ///< False: made at once, and a better one is on its way.
};

using SharedResult = std::shared_ptr<const CopilotResult>;

/** What somebody understood of a prompt. */
struct UnderstoodPrompt
{
    SoundIntent intent;
    std::string planner = "offline";
    std::vector<std::string> remarks = {}; ///< What went wrong where somebody else had to answer. For the musician: the patch is the same.
};

/** Reads a prompt; may take seconds where somebody far away does it. Any thread. */
using ReadPrompt = std::function<UnderstoodPrompt (const std::string& prompt, const SoundIntent* before, std::stop_token)>;

struct CopilotOrder
{
    std::string prompt;
    std::uint64_t seed = 0;
    std::string begin; ///< As in PatchRequest.
    std::vector<std::string> tags;
    SharedResult before;               ///< What is to be changed; null: something new.
    std::optional<SoundIntent> intent; ///< Understood already, as of a variation; nothing: the prompt is read.
    int variations = 0;                ///< So many ways in which `before` may be otherwise are made, instead of what the prompt says.
};

/** What came of an order since the last look. */
struct CopilotNews
{
    int order = 0;
    int place = 0;       ///< 0; of variations, 0 to one less than were ordered.
    std::string title;   ///< The prompt, or what the variation is called.
    SharedResult result; ///< Null: nothing yet, or it failed.
    std::string problem; ///< Why there is nothing; empty: there is no trouble.
    double progress = 0; ///< 0 to 1.
    bool isOver = false; ///< The order is done, or failed.
};

/** One order at a time: a new one takes the place of what is under way. Calls return at once; one thread at a time. */
class CopilotWork
{
public:
    /** @param read  Empty: the planner that needs nobody. */
    explicit CopilotWork (ReadPrompt read = {});
    CopilotWork (const CopilotWork&) = delete;
    ~CopilotWork();

    /** @returns the number that its news will have. */
    int order (CopilotOrder);

    void cancel();

    bool isBusy() const;

    std::vector<CopilotNews> takeNews();

    /** Waits until nothing is under way. For the shell and for tests. */
    void settle();

private:
    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
