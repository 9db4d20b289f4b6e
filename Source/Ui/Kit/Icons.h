// SPDX-License-Identifier: GPL-3.0-or-later
// The icons of the window as outlines, so that they are sharp at every scale and take any ink.
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

enum class Icon {
    play,
    pause,
    stop,
    record,
    loop,
    rewind,
    forward,
    metronome,
    undo,
    redo,
    menu,
    more,
    plus,
    minus,
    close,
    tick,
    search,
    mute,
    solo,
    chevronDown,
    chevronUp,
    chevronLeft,
    chevronRight,
    folder,
    file,
    save,
    star,
    starFilled,
    heart,
    lock,
    gear,
    warning,
    info,
    trash,
    copy,
    edit,
    download,
    upload,
    cloud,
    link,
    power,
    dice,
    follow,
    split,
    keyboard,
    wave,
    flame,
    eye,
    bypass,
    panic,
    count
};

/** The outline of an icon inside a square of one by one, ready to be filled. */
const juce::Path& iconPath (Icon);

/** Fills an icon into an area, centred and in proportion. */
void drawIcon (juce::Graphics&, Icon, juce::Rectangle<float> area, juce::Colour);

} // namespace athanor
