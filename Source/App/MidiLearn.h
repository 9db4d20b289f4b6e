// SPDX-License-Identifier: GPL-3.0-or-later
// Which knob of a controller turns which parameter: learned by doing, remembered in a file.
#pragma once

#include "Core/Result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace athanor
{

class MidiLearn
{
public:
    /** Reads what was learned before. Empty `file`: nothing is remembered. Lines that make no sense are dropped. */
    explicit MidiLearn (std::filesystem::path file = {});

    /** The next controller that moves turns this parameter, and nothing else turns it. */
    void learn (std::string address);

    bool isLearning() const noexcept { return waiting.has_value(); }

    /** A controller (0 to 127) on a channel (1 to 16) moved: the address it turns, or nothing. The first to move while learning is learned. */
    std::optional<std::string> move (int channel, int controller);

    /** What the controller turns is forgotten. */
    void forget (const std::string& address);

private:
    void write() const;

    std::filesystem::path file;
    std::map<std::pair<int, int>, std::string> addresses; ///< By channel and controller.
    std::optional<std::string> waiting;
};

} // namespace athanor
