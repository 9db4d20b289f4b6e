// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of a file of another program: a project, its recordings, and an honest account of what is not the same.
#pragma once

#include "Dsp/Sound.h"
#include "Model/Project.h"

#include <map>
#include <string>
#include <vector>

namespace athanor
{

/** One thing that was dropped, approximated or repaired. */
struct ImportNote
{
    std::string what;  ///< A sentence: "The filter envelope is not played."
    std::string where; ///< As "instruments 3, 4 and 7"; empty: the whole song.
    std::string why;   ///< A sentence, or empty.
    int count = 1;     ///< How often.

    bool operator== (const ImportNote&) const = default;
};

class ImportReport
{
public:
    /** Adds to the note that says the same, if there is one. `kind` and `number` name the place ("instrument", 3). */
    void add (const std::string& what, const std::string& why, const std::string& kind = {}, int number = 0);

    /** In the order in which they came up. */
    std::vector<ImportNote> notes() const;

    bool isEmpty() const noexcept { return entries.empty(); }

    /** A line for each note, as "The filter envelope is not played (instruments 3 and 7). Filters are not there yet." */
    std::string text() const;

private:
    struct Entry
    {
        std::string what, why, kind;
        std::vector<int> numbers;
        int count = 0;
    };

    std::vector<Entry> entries;
};

struct ImportedSound
{
    dsp::SharedSound sound;
    std::string file; ///< The same as the bytes of a WAV file; its content hash is the sound's.
};

struct Imported
{
    Project project;
    std::map<std::string, ImportedSound> sounds; ///< By content hash, as the project's assets.
    ImportReport report;
    std::string format; ///< As "FastTracker 2 module".
};

} // namespace athanor
