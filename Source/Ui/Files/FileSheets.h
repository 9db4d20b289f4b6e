// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets around opening and keeping files: what a crash left, backups, missing recordings; and the actions that open them.
#pragma once

#include "App/Relink.h"
#include "Ui/Deeds.h"
#include "Ui/Files/ListSheet.h"
#include "Ui/Kit/Live.h"

namespace athanor
{

/** Projects that were never saved, as a crash or a closed window left them. */
class LostSheet : public ListSheet
{
public:
    explicit LostSheet (Deeds&);

private:
    void fill();

    Deeds& deeds;
    std::vector<std::filesystem::path> paths;
};

/** The project as it was at its last saves. */
class BackupsSheet : public ListSheet
{
public:
    explicit BackupsSheet (Deeds&);

private:
    Deeds& deeds;
    std::vector<std::filesystem::path> backups;
};

/** Recordings that the project names and that are not there. */
class RelinkSheet : public ListSheet,
                    public Live
{
public:
    explicit RelinkSheet (Deeds&);
    ~RelinkSheet() override;

    /** Looks below a folder for everything that is missing. */
    void search (const juce::File& folder);

    /** Takes what the search has found. */
    void refresh() override;

private:
    void fill();
    void chooseFile();
    void chooseFolder();
    void give (const std::string& hash, const juce::File&);

    Deeds& deeds;
    std::vector<MissingRecording> missing;
    std::unique_ptr<RecordingSearch> searching;
    PushButton *file = nullptr, *folder = nullptr;
};

/** What a crash took from a project, and brought back: to keep or to throw away. */
std::unique_ptr<Sheet> makeRecoverySheet (Deeds&);

/** After a file was opened: shows what the musician should know of it first, if anything. */
void showWhatHappened (Deeds&);

/** Adds the actions that open these sheets, the import report and the start page, unless they are there. */
void declareFileSheets (Deeds&);

} // namespace athanor
