// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/FileSheets.h"

#include "App/ProjectBackups.h"
#include "Ui/Files/ImportReportSheet.h"
#include "Ui/Files/StartSheet.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/FileSheet.h"

namespace athanor
{

namespace
{
juce::String edits (int count) { return juce::String (count) + (count == 1 ? " edit" : " edits"); }

juce::File musicFolder()
{
    const auto music = juce::File::getSpecialLocation (juce::File::userMusicDirectory);
    return music.isDirectory() ? music : juce::File::getSpecialLocation (juce::File::userHomeDirectory);
}
} // namespace

LostSheet::LostSheet (Deeds& d) : ListSheet ("Unsaved work from last time", "Athanor ended before these projects had a name; nothing in them is lost."), deeds (d)
{
    addButton (
        "Open", [this] {
            const auto row = list.chosen();

            if (row < 0)
                return;

            const auto path = paths[static_cast<std::size_t> (row)].string();
            dismiss();
            deeds.run ("file.open", { { "file", path } });
        },
        true);
    addButton ("Later", [this] { dismiss(); });
    addButton ("Delete", [this] {
        if (const auto row = list.chosen(); row >= 0)
            deeds.run ("file.forgetLost", { { "file", paths[static_cast<std::size_t> (row)].string() } });

        fill();

        if (paths.empty())
            dismiss();
    }).setTextInk (Ink::rose);
    fill();
}

void LostSheet::fill()
{
    std::vector<Row> rows;
    paths.clear();

    for (const auto& lost : lostProjects (deeds.session))
    {
        rows.push_back ({ .text = "Project without a name", .detail = "last changed " + whenText (lost.time), .icon = Icon::file });
        paths.push_back (lost.path);
    }

    list.setRows (std::move (rows));
    list.choose (0);
}

BackupsSheet::BackupsSheet (Deeds& d) : ListSheet ("Backups of this project", "Going back is an edit like any other: Undo brings the present back."), deeds (d)
{
    std::vector<Row> rows;

    for (const auto& backup : backupsOf (deeds.session))
    {
        rows.push_back ({ .text = whenText (backup.time), .detail = backup.facts, .icon = Icon::file });
        backups.push_back (backup.file);
    }

    if (rows.empty())
        say ("There is none yet: one is kept each time the project is saved.");

    addButton (
        "Go back to this one", [this] {
            if (const auto row = list.chosen(); row >= 0)
            {
                deeds.run ("file.goBack", { { "file", backups[static_cast<std::size_t> (row)].string() } });
                dismiss();
            }
        },
        true)
        .setEnabled (! rows.empty());
    addButton ("Close", [this] { dismiss(); });
    list.setRows (std::move (rows));
    list.choose (0);
}

RelinkSheet::RelinkSheet (Deeds& d) : ListSheet ("Missing recordings", {}), deeds (d)
{
    addButton ("Done", [this] { dismiss(); });
    folder = &addButton (
        "Search a folder", [this] { chooseFolder(); }, true);
    file = &addButton ("Choose a file", [this] { chooseFile(); });
    fill();
}

RelinkSheet::~RelinkSheet() = default;

void RelinkSheet::fill()
{
    const auto before = list.chosen();
    std::vector<Row> rows;
    missing = missingRecordings (deeds.session);

    for (const auto& one : missing)
        rows.push_back ({ .text = one.name, .detail = one.seconds > 0 ? juce::String (one.seconds, 1) + " s" : juce::String(), .icon = Icon::warning, .ink = Ink::gold });

    say (missing.empty() ? juce::String ("All recordings of this project are there.") : missing.size() == 1 ? juce::String ("One recording is not there and stays silent until it is found.")
                                                                                                            : juce::String (missing.size()) + " recordings are not there and stay silent until they are found.",
         missing.empty() ? Ink::leaf : Ink::mute);
    list.setRows (std::move (rows));
    list.choose (juce::jlimit (0, std::max (0, static_cast<int> (missing.size()) - 1), before));
    file->setEnabled (! missing.empty());
    folder->setEnabled (! missing.empty());
}

void RelinkSheet::chooseFile()
{
    const auto row = list.chosen();

    if (row < 0 || row >= static_cast<int> (missing.size()))
        return;

    FileSheet::Options options;
    options.title = "Where is \"" + juce::String (missing[static_cast<std::size_t> (row)].name) + "\"?";
    options.start = musicFolder();
    options.patterns = "*.wav;*.aif;*.aiff;*.flac;*.ogg;*.mp3";
    deeds.ask (std::make_unique<FileSheet> (options, [this, hash = missing[static_cast<std::size_t> (row)].hash] (juce::Array<juce::File> files) {
        if (! files.isEmpty())
            give (hash, files.getFirst());
    }));
}

void RelinkSheet::give (const std::string& hash, const juce::File& chosen)
{
    const auto path = chosen.getFullPathName().toStdString();

    if (isSameRecording (path, hash))
    {
        deeds.run ("file.relink", { { "recording", hash }, { "file", path } });
        return fill();
    }

    std::vector<Answer> answers { { "Take it all the same", [this, hash, path] {
                                       deeds.run ("file.relink", { { "recording", hash }, { "file", path }, { "any", true } });
                                       fill();
                                   } },
                                  { "Cancel" } };
    deeds.ask (std::make_unique<Question> ("This is another recording", "\"" + chosen.getFileName() + "\" does not sound like the one that is missing.", std::move (answers)));
}

void RelinkSheet::chooseFolder()
{
    FileSheet::Options options;
    options.title = "Search in which folder?";
    options.purpose = FileSheet::Purpose::folder;
    options.start = musicFolder();
    options.accept = "Search here";
    deeds.ask (std::make_unique<FileSheet> (options, [this] (juce::Array<juce::File> files) {
        if (! files.isEmpty())
            search (files.getFirst());
    }));
}

void RelinkSheet::search (const juce::File& place)
{
    searching = std::make_unique<RecordingSearch> (missing, place.getFullPathName().toStdString());
    folder->setEnabled (false);
}

void RelinkSheet::refresh()
{
    if (searching == nullptr)
        return;

    const auto* found = searching->found();

    if (found == nullptr)
        return say ("Searching: " + juce::String (searching->looked()) + " files so far.", Ink::teal);

    for (const auto& [hash, path] : *found)
        deeds.run ("file.relink", { { "recording", hash }, { "file", path.string() } });

    const auto count = found->size();
    searching.reset();
    fill();

    if (! missing.empty())
        say (count == 0 ? juce::String ("None of them is in that folder.") : juce::String (count) + " found, " + juce::String (missing.size()) + " still missing.", Ink::gold);
}

std::unique_ptr<Sheet> makeRecoverySheet (Deeds& deeds)
{
    const auto state = deeds.session.fileState();
    const auto saved = savedAt (deeds.session);
    const auto sentence = edits (state.recoveredEdits) + " made after the last save" + (saved > 0 ? " (" + whenText (saved) + ")" : juce::String()) + (state.recoveredEdits == 1 ? " has" : " have") + " been brought back. Nothing is written to the project until you save it.";
    std::vector<Answer> answers { { "Keep", [] {}, Answer::Kind::primary },
                                  { "Open a backup", [&deeds] { deeds.run ("file.backups"); } },
                                  { "Discard to last save", [&deeds] { deeds.run ("file.revert"); }, Answer::Kind::danger } };
    return std::make_unique<Question> ("Athanor did not end as it should", sentence, std::move (answers));
}

void showWhatHappened (Deeds& deeds)
{
    const auto state = deeds.session.fileState();

    if (state.recoveredEdits > 0)
        deeds.ask (makeRecoverySheet (deeds));
    else if (! missingRecordings (deeds.session).empty())
        deeds.run ("file.missing");
    else if (! state.report.empty())
        deeds.run ("file.importReport");
}

void declareFileSheets (Deeds& deeds)
{
    auto& actions = deeds.session.actions();
    const auto add = [&] (std::string id, std::string name, std::string doc, std::string shortcut, std::function<std::unique_ptr<Sheet>()> make, std::function<std::string()> whyNot = {}) {
        if (actions.find (id) == nullptr)
            actions.add ({ id, name, doc, shortcut, "", {}, [&deeds, make] (const Arguments&) -> Result<Value> {
                              deeds.ask (make());
                              return Value (true);
                          },
                           whyNot });
    };

    add ("file.start", "Start page", "Recent projects, and what a new one can begin as.", "", [&deeds] { return std::make_unique<StartSheet> (deeds, StartSheet::At::recent); });
    add ("file.newFromTemplate", "New from template…", "Begins a new project as a demo song, a template of yours or an empty one.", "ctrl + alt + N", [&deeds] { return std::make_unique<StartSheet> (deeds, StartSheet::At::templates); });
    add (
        "file.importReport", "Import report…", "What was dropped or approximated when the file was opened.", "", [&deeds] { const auto state = deeds.session.fileState(); return std::make_unique<ImportReportSheet> (state.report, state.source); }, [&deeds] { return deeds.session.fileState().source.empty() ? "Nothing was imported into this project." : ""; });
    add ("file.missing", "Missing recordings…", "Finds recordings that the project names and that are not there.", "", [&deeds] { return std::make_unique<RelinkSheet> (deeds); });
    add (
        "file.backups", "Backups…", "The project as it was at its last saves, to go back to.", "", [&deeds] { return std::make_unique<BackupsSheet> (deeds); }, [&deeds] { return deeds.session.storeFolder().empty() ? "There are no backups before the first save." : ""; });
    add (
        "file.lost", "Unsaved work…", "Projects that were never saved, as a crash or a closed window left them.", "", [&deeds] { return std::make_unique<LostSheet> (deeds); }, [&deeds] { return deeds.session.lostAndFound().empty() ? "No work was left unsaved." : ""; });
}

} // namespace athanor
