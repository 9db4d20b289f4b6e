// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PatternCommands.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
constexpr std::array athanorCommands = {
    PatternCommand { "0A", "xy", "Arpeggio: the note, then x and y semitones above it." },
    PatternCommand { "0U", "xx", "Slides the pitch up by xx sixteenths of a semitone a tick." },
    PatternCommand { "0D", "xx", "Slides the pitch down by xx sixteenths of a semitone a tick." },
    PatternCommand { "0G", "xx", "Glides to the note of this line by xx sixteenths of a semitone a tick." },
    PatternCommand { "0I", "xx", "Fades the note in by xx a tick." },
    PatternCommand { "0O", "xx", "Fades the note out by xx a tick." },
    PatternCommand { "0C", "xy", "Cuts the volume to x after y ticks." },
    PatternCommand { "0Q", "xx", "Starts the note xx ticks late." },
    PatternCommand { "0M", "xx", "Sets the volume of the note; 80 is full." },
    PatternCommand { "0S", "xx", "Starts the recording at xx 256ths of its length." },
    PatternCommand { "0B", "xx", "Plays the recording backwards (00) or forwards (01)." },
    PatternCommand { "0R", "xy", "Starts the note again every y ticks; x changes its volume each time." },
    PatternCommand { "0Y", "xx", "Plays the note with a chance of xx in FF." },
    PatternCommand { "0V", "xy", "Vibrato: x fast and y deep." },
    PatternCommand { "0T", "xy", "Tremolo: x fast and y deep." },
    PatternCommand { "0N", "xy", "Moves the panning to and fro: x fast and y wide." },
    PatternCommand { "0E", "xx", "Moves the envelopes of the instrument to tick xx." },
    PatternCommand { "0L", "xx", "Sets the level of the track; C0 is full." },
    PatternCommand { "0P", "xx", "Pans the track; 80 is the middle." },
    PatternCommand { "0X", "xx", "Stops all notes of the track." },
    PatternCommand { "ZT", "xx", "Sets the tempo to xx beats a minute." },
    PatternCommand { "ZL", "xx", "Sets the lines per beat to xx." },
    PatternCommand { "ZK", "xx", "Sets the ticks of a line to xx." },
    PatternCommand { "ZB", "xx", "Goes on with line xx of the next pattern." },
    PatternCommand { "ZJ", "xx", "Goes on with step xx of the song." },
    PatternCommand { "ZD", "xx", "Holds the song for xx lines." },
    PatternCommand { "M*", "xx", "Turns a macro of the track to xx." },
    PatternCommand { "S*", "xx", "Turns a macro of the song to xx." },
};

constexpr std::array xmCommands = {
    PatternCommand { "00", "xy", "Arpeggio: the note, then x and y semitones above it." },
    PatternCommand { "01", "xx", "Slides the pitch up." },
    PatternCommand { "02", "xx", "Slides the pitch down." },
    PatternCommand { "03", "xx", "Glides to the note of this line." },
    PatternCommand { "04", "xy", "Vibrato: x fast and y deep." },
    PatternCommand { "05", "xy", "Goes on gliding, and changes the volume up by x or down by y." },
    PatternCommand { "06", "xy", "Goes on with the vibrato, and changes the volume up by x or down by y." },
    PatternCommand { "07", "xy", "Tremolo: x fast and y deep." },
    PatternCommand { "08", "xx", "Sets the panning; 80 is the middle." },
    PatternCommand { "09", "xx", "Starts the recording at frame xx times 256." },
    PatternCommand { "0A", "xy", "Changes the volume up by x or down by y a tick." },
    PatternCommand { "0B", "xx", "Goes on with step xx of the song." },
    PatternCommand { "0C", "xx", "Sets the volume; 40 is full." },
    PatternCommand { "0D", "xx", "Goes on with line xx, read as a decimal number, of the next pattern." },
    PatternCommand { "0E", "xy", "Extended command x with value y: fine slides, loops, retrigger, cut, delay." },
    PatternCommand { "0F", "xx", "Sets the ticks of a line below 20, the tempo from 20 on." },
    PatternCommand { "0G", "xx", "Sets the volume of the song; 40 is full." },
    PatternCommand { "0H", "xy", "Changes the volume of the song up by x or down by y a tick." },
    PatternCommand { "0K", "xx", "Releases the note after xx ticks." },
    PatternCommand { "0L", "xx", "Moves the envelopes to tick xx." },
    PatternCommand { "0P", "xy", "Moves the panning right by x or left by y a tick." },
    PatternCommand { "0R", "xy", "Starts the note again every y ticks; x changes its volume each time." },
    PatternCommand { "0T", "xy", "Tremor: x ticks on, y ticks off." },
    PatternCommand { "0X", "xy", "Extra fine slide, up (1) or down (2), by y." },
};

constexpr std::array itCommands = {
    PatternCommand { "0A", "xx", "Sets the ticks of a line to xx." },
    PatternCommand { "0B", "xx", "Goes on with step xx of the song." },
    PatternCommand { "0C", "xx", "Goes on with line xx of the next pattern." },
    PatternCommand { "0D", "xy", "Changes the volume up by x or down by y a tick." },
    PatternCommand { "0E", "xx", "Slides the pitch down." },
    PatternCommand { "0F", "xx", "Slides the pitch up." },
    PatternCommand { "0G", "xx", "Glides to the note of this line." },
    PatternCommand { "0H", "xy", "Vibrato: x fast and y deep." },
    PatternCommand { "0I", "xy", "Tremor: x ticks on, y ticks off." },
    PatternCommand { "0J", "xy", "Arpeggio: the note, then x and y semitones above it." },
    PatternCommand { "0K", "xy", "Goes on with the vibrato, and changes the volume up by x or down by y." },
    PatternCommand { "0L", "xy", "Goes on gliding, and changes the volume up by x or down by y." },
    PatternCommand { "0M", "xx", "Sets the volume of the column; 40 is full." },
    PatternCommand { "0N", "xy", "Changes the volume of the column up by x or down by y a tick." },
    PatternCommand { "0O", "xx", "Starts the recording at frame xx times 256." },
    PatternCommand { "0P", "xy", "Moves the panning left by x or right by y a tick." },
    PatternCommand { "0Q", "xy", "Starts the note again every y ticks; x changes its volume each time." },
    PatternCommand { "0R", "xy", "Tremolo: x fast and y deep." },
    PatternCommand { "0S", "xy", "Extended command x with value y: loops, cut, delay, panning, envelopes." },
    PatternCommand { "0T", "xx", "Sets the tempo from 20 on; below it slides the tempo." },
    PatternCommand { "0U", "xy", "Fine vibrato: x fast and y deep." },
    PatternCommand { "0V", "xx", "Sets the volume of the song; 80 is full." },
    PatternCommand { "0W", "xy", "Changes the volume of the song up by x or down by y a tick." },
    PatternCommand { "0X", "xx", "Sets the panning; 80 is the middle." },
    PatternCommand { "0Y", "xy", "Moves the panning to and fro: x fast and y wide." },
    PatternCommand { "0Z", "xx", "Sends xx to the filter." },
};
} // namespace

std::span<const PatternCommand> commandsOf (Dialect dialect)
{
    switch (dialect)
    {
        case Dialect::mod:
        case Dialect::xm:
            return xmCommands;
        case Dialect::s3m:
        case Dialect::it:
            return itCommands;
        case Dialect::athanor:
            break;
    }

    return athanorCommands;
}

const PatternCommand* findCommand (Dialect dialect, const Effect& effect)
{
    const auto commands = commandsOf (dialect);
    const auto found = std::find_if (commands.begin(), commands.end(), [&] (const PatternCommand& command) {
        return command.code[0] == effect.group && (command.code[1] == effect.letter || (command.code[1] == '*' && effect.letter >= '1' && effect.letter <= '8'));
    });

    return found == commands.end() ? nullptr : &*found;
}

std::string explain (Dialect dialect, const Effect& effect)
{
    const auto* command = findCommand (dialect, effect);
    const auto code = format (effect);

    if (command == nullptr)
        return code + "  Nothing is known of this command; it is kept as it is.";

    return code + "  " + std::string (command->doc);
}

} // namespace athanor
