// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/MidiLearn.h"

#include <fstream>
#include <sstream>
#include <system_error>

namespace athanor
{

// One line for each: channel, controller, address.
MidiLearn::MidiLearn (std::filesystem::path f) : file (std::move (f))
{
    std::ifstream input (file);

    for (std::string line; std::getline (input, line);)
    {
        std::istringstream words (line);
        int channel = 0, controller = 0;
        std::string address;

        if (words >> channel >> controller >> address && channel >= 1 && channel <= 16 && controller >= 0 && controller <= 127)
            addresses.insert_or_assign ({ channel, controller }, address);
    }
}

void MidiLearn::learn (std::string address) { waiting = std::move (address); }

std::optional<std::string> MidiLearn::move (int channel, int controller)
{
    if (waiting)
    {
        std::erase_if (addresses, [this] (const auto& entry) { return entry.second == *waiting; });
        addresses.insert_or_assign ({ channel, controller }, *waiting);
        waiting.reset();
        write();
    }

    const auto found = addresses.find ({ channel, controller });
    return found != addresses.end() ? std::optional (found->second) : std::nullopt;
}

void MidiLearn::forget (const std::string& address)
{
    if (std::erase_if (addresses, [&] (const auto& entry) { return entry.second == address; }) > 0)
        write();
}

void MidiLearn::write() const
{
    if (file.empty())
        return;

    // Beside it and then in its place, so that it is never half there. What cannot be remembered still works until the end.
    std::error_code ignored;
    std::filesystem::create_directories (file.parent_path(), ignored);
    const auto fresh = file.string() + ".new";
    std::ofstream output (fresh, std::ios::trunc);

    for (const auto& [from, address] : addresses)
        output << from.first << ' ' << from.second << ' ' << address << '\n';

    output.close();

    if (output)
        std::filesystem::rename (fresh, file, ignored);
}

} // namespace athanor
