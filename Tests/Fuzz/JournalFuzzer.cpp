// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the history of a project: the project opens all the same, and opens once more as it was left.
#include "Store/AtomicFile.h"
#include "Store/ProjectFolder.h"
#include "Support/Fuzz/Sentence.h"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace
{
namespace fs = std::filesystem;
using namespace athanor;

/** In memory where the system has such a place: the journal waits for its disk. */
fs::path makeFolder()
{
    std::error_code ignored;
    const fs::path memory ("/dev/shm");
    const auto folder = (fs::is_directory (memory, ignored) ? memory : fs::temp_directory_path()) / ("athanor-journal-fuzzer-" + std::to_string (::getpid()));
    fs::create_directories (folder / "Song.athanor", ignored);
    std::atexit ([] { fs::remove_all (fs::path ("/dev/shm") / ("athanor-journal-fuzzer-" + std::to_string (::getpid()))); });
    return folder / "Song.athanor";
}

void put (const fs::path& file, std::string_view bytes)
{
    if (! writeFile (file, bytes))
        std::abort();
}

Project openOnce (const fs::path& folder)
{
    const auto opened = ProjectFolder::open (folder);

    if (! opened)
    {
        requireSentence (opened.failure());
        return {};
    }

    for (const auto& note : opened->notes)
        requireSentence ({ note, "" });

    // As far back as the history goes, where the database is read once more.
    auto history = opened->history;

    for (int i = 0; i < 1'000 && history.undo(); ++i)
        continue;

    return opened->history.project();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    static const auto folder = makeFolder();
    constexpr std::string_view project = "{ \"athanor\": { \"schema\": 1 } }\n"; // as the seeds know it by its hash

    for (const auto* old : { "history.sqlite-wal", "history.sqlite-shm", "history.damaged.sqlite" })
        fs::remove (folder / old);

    put (folder / "project.json", project);
    put (folder / "history.sqlite", { reinterpret_cast<const char*> (bytes), count });
    const auto first = openOnce (folder);

    if (! (openOnce (folder) == first))
        std::abort();

    return 0;
}
