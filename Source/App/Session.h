// SPDX-License-Identifier: GPL-3.0-or-later
// The application without a window: one open project, its history, what plays it and what can be done.
#pragma once

#include "App/Action.h"
#include "App/ImportRemark.h"
#include "App/Listeners.h"
#include "App/Player.h"
#include "App/Preferences.h"
#include "App/Selection.h"
#include "Model/History.h"
#include "Patch/PatchSpec.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace athanor
{

class Equipment;
class PresetDesk;
class CopilotDesk;

struct LoadedProject;
struct ProjectSnapshot;

/** How the project on screen relates to the one on disk. */
struct FileState
{
    std::filesystem::path folder; ///< Empty: never saved.
    bool isSaved = true;
    std::vector<std::string> remarks; ///< How it was read, where that was not exact: one sentence each.
    std::vector<ImportRemark> report; ///< The same of a file of another program, sorted and counted.
    std::string source;               ///< The name of that file; empty: it is a project of our own.
    std::string problem;              ///< Why changes cannot be kept at the moment; empty: they are.
    int recoveredEdits = 0;           ///< What a crash would have lost, brought back when the project was opened.
};

/** Everything a musician can do, callable without a window. A window, a script and a test are three clients of it. */
class Session
{
public:
    Session();
    ~Session();

    const Project& project() const noexcept { return history.project(); }

    const Selection& selection() const noexcept { return selected; }

    /** Performs an edit written as plain code on a copy; false when it changed nothing. Undoable as one step called `name`. */
    bool edit (std::string name, const std::function<void (Project&)>&);

    /** Performs a change made elsewhere; false when the project is no longer the one it was made for. */
    bool perform (Change);

    bool undo();
    bool redo();

    std::string nameOfUndo() const { return std::string (history.nameOfUndo()); }

    std::string nameOfRedo() const { return std::string (history.nameOfRedo()); }

    /** Points elsewhere. Not an edit. */
    void select (const std::function<void (Selection&)>&);

    /** Starts over with a project that was never saved. */
    void start (Project);

    Result<FileState> open (const std::filesystem::path&); ///< A project folder or packed project; or any file that import reads.
    Result<FileState> save();                              ///< Fails with a sentence when it was never saved: then saveAs.
    Result<FileState> saveAs (const std::filesystem::path& folder);
    FileState openLoaded (const LoadedProject&, const std::filesystem::path& from); ///< The same with a file that was read elsewhere.
    FileState fileState() const;

    /** Goes back to the last save and forgets what was done since; one that was never saved is deleted and a new one begun. */
    Result<FileState> discardUnsaved();

    /** Where every change is written down, also of a project without a name; empty: nowhere yet. */
    std::filesystem::path storeFolder() const;

    /** A recording that was missing is in this file: it is kept and played from now on. Fails with a sentence when it is another one. */
    Result<Done> giveBack (const std::string& hash, const std::filesystem::path& file);

    /** The project as it is now with all that it plays, for work that goes on beside the editing. Cheap. */
    ProjectSnapshot snapshot() const;

    /** Waits until every change is on the disk, or says why it is not. */
    Result<Done> settle();

    /** From now on a project without a name is written down, too, as it is edited: for a window, where people forget to save. */
    void keepUnsaved();

    /** Projects without a name that a crash or a closed window left behind, newest first; to be opened like any other. */
    std::vector<std::filesystem::path> lostAndFound() const;

    /** Puts a recording into the project's assets and returns its content hash. Not an edit: unused assets are dropped on save. */
    Result<std::string> addSound (const std::filesystem::path& file);
    std::string addSound (std::shared_ptr<const dsp::Sound>, const std::string& name);
    std::shared_ptr<const dsp::Sound> sound (const std::string& hash) const; ///< Null when it is missing.

    /** The patch of an instrument whose sound is made by the synth, with where its controls and macros stand; null: it is none. */
    std::shared_ptr<const PatchSpec> patchOf (InstrumentId) const;

    /** Performs an edit of such a patch, undoable as one step called `name`; false when it changed nothing or there is none. */
    bool editPatch (InstrumentId, std::string name, const std::function<void (PatchSpec&)>&);

    /** Reads a recording to be heard or looked at: it does not become a part of the project. */
    static Result<std::shared_ptr<const dsp::Sound>> readSound (const std::filesystem::path& file);

    Player& player() noexcept { return sounding; }

    Actions& actions() noexcept { return doable; }

    /** The presets of the synth: found, tried and kept. */
    PresetDesk& presets();

    /** Where sounds are asked for in words. */
    CopilotDesk& copilot();

    /** What the user chose and opened, beyond this project. */
    Preferences& preferences() noexcept { return chosen; }

    /** What is plugged in; null while nothing is open, as in a shell. */
    Equipment* equipment() const noexcept { return plugged; }

    /** Host has opened (or, with null, closed) it. */
    void setEquipment (Equipment* e) noexcept { plugged = e; }

    Listeners<> onProject; ///< The project is another one now: after edits, undo, open.
    Listeners<> onSelection;
    Listeners<> onFile;
    Listeners<> onOpened;             ///< A file was opened: its state says what became of it.
    Listeners<std::string> onMessage; ///< A sentence for the status line.

private:
    void show();
    void touch();
    void begin (History);
    void rescueSounds();
    Result<FileState> openFolder (const std::filesystem::path&, bool asCopy = false);
    Result<FileState> import (const std::filesystem::path&);
    Result<FileState> saved (const std::filesystem::path& folder);
    void pointSomewhere();

    History history { Project() };
    Selection selected;
    Player sounding;
    Actions doable;
    Preferences chosen;
    Equipment* plugged = nullptr;

    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
