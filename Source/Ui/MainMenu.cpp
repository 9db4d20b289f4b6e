// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/MainMenu.h"

namespace athanor
{

namespace
{
struct Part
{
    const char* name;
    std::initializer_list<const char*> actions; ///< An empty one is a line between two groups.
};

const Part parts[] = {
    { "File", { "file.new", "file.open", "file.recent", "file.recover", "", "file.save", "file.saveAs", "", "file.import", "file.export", "file.render", "", "app.quit" } },
    { "Edit", { "edit.undo", "edit.redo", "", "pattern.cut", "pattern.copy", "pattern.paste", "pattern.mixPaste", "pattern.clear", "", "mark.all", "mark.none", "", "transport.record", "", "settings.open" } },
    { "Song", { "transport.playOrStop", "transport.playSong", "transport.playPattern", "transport.playFromCursor", "transport.stop", "transport.panic", "", "transport.loop", "transport.metronome", "transport.countIn", "transport.follow", "", "transport.setTempo", "transport.tapTempo", "transport.setMetre", "", "sequence.add", "sequence.duplicate", "sequence.repeat", "sequence.remove", "sequence.moveUp", "sequence.moveDown", "sequence.setSection" } },
    { "Track", { "track.add", "track.addAudio", "track.addGroup", "track.addSend", "track.duplicate", "track.remove", "", "track.rename", "track.moveLeft", "track.moveRight", "", "track.mute", "track.solo", "track.unmuteAll", "", "track.addNoteColumn", "track.removeNoteColumn", "track.addEffectColumn", "track.removeEffectColumn" } },
    { "Pattern", { "pattern.rename", "pattern.setLength", "", "pattern.semitoneUp", "pattern.semitoneDown", "pattern.octaveUp", "pattern.octaveDown", "pattern.transpose", "", "pattern.interpolate", "pattern.setInstrument", "pattern.expand", "pattern.shrink", "", "pattern.insert", "pattern.insertLine", "pattern.remove", "pattern.removeLine", "", "clip.setLines", "clip.setLinesPerBeat", "clip.doubleLength", "clip.refine", "clip.coarsen", "clip.makeUnique", "", "pattern.showPanning", "pattern.showDelay" } },
    { "Instrument", { "instrument.add", "instrument.duplicate", "instrument.remove", "instrument.rename", "", "instrument.previous", "instrument.next" } },
    { "View", { "view.pattern", "view.arrange", "view.patch", "view.mix", "view.perform", "", "view.browser", "view.chain", "", "view.theme", "view.larger", "view.smaller", "view.usualSize", "view.fullScreen" } },
    { "Help", { "help.palette", "help.keys", "help.manual", "help.about" } },
};

/** A menu without entries, or one that starts or ends with a line, would say nothing. */
juce::PopupMenu makePart (Deeds& deeds, const Part& part)
{
    juce::PopupMenu menu;
    auto hasLine = false;

    for (const auto* action : part.actions)
        if (*action == 0)
            hasLine = menu.getNumItems() > 0;
        else if (deeds.session.actions().find (action) != nullptr)
        {
            if (std::exchange (hasLine, false))
                menu.addSeparator();

            deeds.addTo (menu, action);
        }

    return menu;
}
} // namespace

juce::PopupMenu makeMainMenu (Deeds& deeds)
{
    juce::PopupMenu menu;

    for (const auto& part : parts)
        if (auto content = makePart (deeds, part); content.getNumItems() > 0)
            menu.addSubMenu (part.name, content);

    return menu;
}

} // namespace athanor
