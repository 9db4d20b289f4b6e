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
    { "File", { "file.new", "file.newFromTemplate", "file.open", "recent", "file.start", "", "file.save", "file.saveAs", "file.saveAsTemplate", "", "file.import", "", "file.render", "file.exportStems", "file.exportMidi", "file.exportPacked", "", "file.importReport", "file.missing", "file.backups", "file.revert", "file.lost", "", "app.quit" } },
    { "Edit", { "edit.undo", "edit.redo", "", "pattern.cut", "pattern.copy", "pattern.paste", "pattern.mixPaste", "pattern.clear", "", "mark.all", "mark.none", "", "pattern.edit", "transport.record", "", "settings.open" } },
    { "Song", { "transport.playOrStop", "transport.playSong", "transport.playPattern", "transport.playFromCursor", "transport.stop", "transport.panic", "", "transport.loop", "transport.metronome", "transport.countIn", "transport.follow", "", "transport.setTempo", "transport.tapTempo", "transport.setMetre", "", "sequence.add", "sequence.duplicate", "sequence.repeat", "sequence.remove", "sequence.moveUp", "sequence.moveDown", "sequence.setSection" } },
    { "Track", { "track.add", "track.addAudio", "track.addGroup", "track.addSend", "track.duplicate", "track.remove", "", "track.rename", "track.moveLeft", "track.moveRight", "", "track.mute", "track.solo", "track.unmuteAll", "", "track.addNoteColumn", "track.removeNoteColumn", "track.addEffectColumn", "track.removeEffectColumn" } },
    { "Pattern", { "pattern.rename", "pattern.setLength", "", "pattern.semitoneUp", "pattern.semitoneDown", "pattern.octaveUp", "pattern.octaveDown", "pattern.transpose", "", "pattern.interpolate", "pattern.setInstrument", "pattern.expand", "pattern.shrink", "", "pattern.insert", "pattern.insertLine", "pattern.remove", "pattern.removeLine", "", "clip.setLines", "clip.setLinesPerBeat", "clip.doubleLength", "clip.refine", "clip.coarsen", "clip.makeUnique", "", "pattern.showPanning", "pattern.showDelay" } },
    { "Instrument", { "instrument.add", "instrument.duplicate", "instrument.remove", "instrument.rename", "", "instrument.previous", "instrument.next" } },
    { "View", { "view.pattern", "view.arrange", "view.patch", "view.mix", "view.perform", "", "view.browser", "view.chain", "view.jobs", "", "view.theme", "view.larger", "view.smaller", "view.usualSize", "view.fullScreen" } },
    { "Help", { "help.palette", "help.keys", "help.manual", "help.about" } },
};

constexpr std::size_t mostRecent = 12;

juce::PopupMenu makeRecent (Deeds& deeds)
{
    juce::PopupMenu menu;
    const auto files = deeds.session.preferences().recentFiles();

    for (std::size_t i = 0; i < std::min (files.size(), mostRecent); ++i)
        deeds.addTo (menu, "file.open", { { "file", files[i].path.string() } }, files[i].title + "   " + files[i].path.parent_path().filename().string());

    return menu;
}

/** A menu without entries, or one that starts or ends with a line, would say nothing. */
juce::PopupMenu makePart (Deeds& deeds, const Part& part)
{
    juce::PopupMenu menu;
    auto hasLine = false;

    for (const auto* action : part.actions)
        if (action == std::string_view ("recent"))
            menu.addSubMenu ("Open recent", makeRecent (deeds), menu.getNumItems() > 0 && ! deeds.session.preferences().recentFiles().empty());
        else if (*action == 0)
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
