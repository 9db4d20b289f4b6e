// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a preset be heard for its own sake, without touching the project.
#pragma once

#include "Dsp/Sound.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace athanor
{

struct PreviewRequest
{
    std::filesystem::path file;
    std::string category; ///< Says what is played, see phraseFor().

    bool operator== (const PreviewRequest&) const = default;
};

/** What became of a request: a sound, or a sentence why there is none. */
struct PreviewAnswer
{
    PreviewRequest request;
    dsp::SharedSound sound;
    std::string problem;
};

/** Plays phrases on a thread of its own, and remembers the last ones. Calls return at once; one thread at a time. */
class PresetPreview
{
public:
    PresetPreview();
    PresetPreview (const PresetPreview&) = delete;
    ~PresetPreview();

    /** From now on nobody waits for what was asked for before.
        @param next  What may be asked for then: it is made ready while nothing else is to do. */
    void ask (const PreviewRequest&, double sampleRate, std::vector<PreviewRequest> next = {});

    /** Nobody waits any more. */
    void cancel();

    /** The answer to the last request, once. */
    std::optional<PreviewAnswer> take();

    /** Waits for it. For tests and the shell. */
    std::optional<PreviewAnswer> wait();

private:
    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
