// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetShelf.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr int niceness = 5;

/** Tables in memory where there is no library, or none that can be used: then all is forgotten with the program. */
std::optional<PresetTable> openTable (const fs::path& file)
{
    for (const auto& path : { file.empty() ? fs::path (":memory:") : file, fs::path (":memory:") })
        if (auto library = Library::open (path))
            if (auto table = PresetTable::open (*library))
                return *table;

    return {};
}

/** Where a file lies below a folder; empty: elsewhere. By the letters, for this is asked of every preset and paths take their time. */
std::string_view below (const fs::path& folder, const fs::path& file)
{
    const std::string_view whole = file.native();
    const auto length = folder.native().size();
    return length > 0 && whole.size() > length + 1 && whole[length] == '/' && whole.starts_with (folder.native()) ? whole.substr (length + 1) : std::string_view();
}
} // namespace

/** A look through the folders, on its own thread with its own door to the library. */
struct PresetShelf::Look
{
    Look (const fs::path& library, std::vector<fs::path> f, KnownPresets k) : folders (std::move (f)), known (std::move (k)), thread ([this, library] { run (library); }) {}

    ~Look()
    {
        isUnwanted = true;
        thread.join();
    }

    void run (const fs::path& library)
    {
        ::setpriority (PRIO_PROCESS, static_cast<id_t> (::gettid()), niceness);
        auto table = library.empty() ? std::nullopt : openTable (library);

        const auto tell = [&] (const ScanPart& part) {
            // What cannot be kept now is read again the next time.
            if (table && ! part.read.empty())
                static_cast<void> (table->put (part.read));

            if (table && ! part.missing.empty())
                static_cast<void> (table->forget (part.missing));

            const std::lock_guard lock (mutex);
            found.read.insert (found.read.end(), part.read.begin(), part.read.end());
            found.missing.insert (found.missing.end(), part.missing.begin(), part.missing.end());
        };

        scanPresets (folders, known, tell, [this] { return isUnwanted.load(); });

        const std::lock_guard lock (mutex);
        isOver = true;
        changed.notify_all();
    }

    const std::vector<fs::path> folders;
    const KnownPresets known;
    std::atomic<bool> isUnwanted { false };

    std::mutex mutex;
    std::condition_variable changed;
    ScanPart found;
    bool isOver = false;
    std::thread thread;
};

PresetShelf::PresetShelf (PresetPlaces p) : where (std::move (p)), table (openTable (where.library))
{
    if (table)
        for (auto& preset : table->all())
        {
            const auto file = preset.file.native();
            presets.emplace (file, std::move (preset));
        }

    readMarks();
    arrange();
}

PresetShelf::~PresetShelf() = default;

void PresetShelf::look()
{
    if (isLooking())
        return;

    std::vector<fs::path> all;

    for (const auto& folder : { where.factory, where.user })
        if (! folder.empty())
            all.push_back (folder);

    std::ranges::copy (folders(), std::back_inserter (all));
    takeOver();
    looking = std::make_unique<Look> (where.library, std::move (all), presets);
}

bool PresetShelf::isLooking() const
{
    if (looking == nullptr)
        return false;

    const std::lock_guard lock (looking->mutex);
    return ! looking->isOver;
}

bool PresetShelf::update()
{
    if (looking == nullptr)
        return false;

    bool hasFound = false, isOver = false;

    {
        // Never waits: whoever holds it now has more.
        const std::unique_lock lock (looking->mutex, std::try_to_lock);

        if (! lock)
            return false;

        hasFound = ! looking->found.read.empty() || ! looking->found.missing.empty();
        isOver = looking->isOver;
    }

    if (hasFound)
        takeOver();

    if (isOver)
        looking.reset();

    if (hasFound)
    {
        arrange();
        onChange.call();
    }

    return hasFound;
}

void PresetShelf::settle()
{
    if (looking == nullptr)
        return;

    {
        std::unique_lock lock (looking->mutex);
        looking->changed.wait (lock, [this] { return looking->isOver; });
    }

    update();
}

void PresetShelf::takeOver()
{
    if (looking == nullptr)
        return;

    ScanPart part;

    {
        const std::lock_guard lock (looking->mutex);
        part = std::exchange (looking->found, {});
    }

    for (auto& preset : part.read)
    {
        const auto file = preset.file.native();
        presets.insert_or_assign (file, std::move (preset));
    }

    for (const auto& file : part.missing)
        presets.erase (file.native());
}

const PresetItem* PresetShelf::find (const fs::path& file) const
{
    const auto place = known.placeOf (file);
    return place < known.items().size() ? &known.items()[place] : nullptr;
}

void PresetShelf::add (const fs::path& file)
{
    auto preset = readPreset (file);

    if (! preset)
        return;

    if (table)
        static_cast<void> (table->put ({ &*preset, 1 }));

    presets.insert_or_assign (file.native(), std::move (*preset));
    arrange();
    onChange.call();
}

std::vector<fs::path> PresetShelf::folders() const { return table ? table->folders() : std::vector<fs::path>(); }

Result<Done> PresetShelf::setFolder (const fs::path& folder, bool isAdded)
{
    std::error_code error;
    const auto whole = fs::absolute (folder, error).lexically_normal();

    if (isAdded && ! fs::is_directory (whole, error))
        return Failure { "There is no folder \"" + folder.filename().string() + "\".", folder.string() };

    const auto kept = table ? table->setFolder (whole, isAdded) : Result<Done> (Done {});

    if (kept)
    {
        looking.reset(); // it looked elsewhere
        look();
    }

    return kept;
}

/** How the library calls a preset: those that came with the program by their place within it, for another version lies elsewhere. */
std::string PresetShelf::markOf (const fs::path& file) const
{
    const auto inside = below (where.factory, file);
    return inside.empty() ? file.string() : "factory:" + std::string (inside);
}

std::string PresetShelf::categoryOf (const StoredPreset& preset) const
{
    for (const auto& folder : { where.factory, where.user })
        if (const auto inside = below (folder, preset.file); inside.find ('/') != inside.npos)
            return std::string (inside.substr (0, inside.find ('/')));

    if (! preset.style.empty())
        return preset.style;

    const auto folder = preset.file.parent_path();
    return folder == where.user || folder.filename() == "Presets" ? std::string() : folder.filename().string();
}

void PresetShelf::readMarks()
{
    if (table)
        for (const auto& tag : table->library().tags())
            for (const auto& item : table->library().itemsWith (tag))
                marks[item].insert (tag);
}

/** Makes the index of what is known. */
void PresetShelf::arrange()
{
    std::vector<PresetItem> items;
    items.reserve (presets.size());

    for (const auto& [file, preset] : presets)
    {
        PresetItem item { preset.file, preset.name, preset.author, categoryOf (preset), preset.comments, preset.tags, preset.problem };
        item.isFactory = ! below (where.factory, preset.file).empty();

        if (const auto own = marks.find (markOf (preset.file)); own != marks.end())
        {
            item.isFavourite = own->second.contains (Library::favourite);
            std::ranges::copy_if (own->second, std::back_inserter (item.tags), [] (const std::string& tag) { return tag != Library::favourite; });
        }

        std::ranges::sort (item.tags);
        const auto twice = std::ranges::unique (item.tags);
        item.tags.erase (twice.begin(), twice.end());
        items.push_back (std::move (item));
    }

    known.set (std::move (items));
}

Result<Done> PresetShelf::setFavourite (const fs::path& file, bool isFavourite) { return setTag (file, Library::favourite, isFavourite); }

Result<Done> PresetShelf::setTag (const fs::path& file, const std::string& tag, bool isSet)
{
    const auto mark = markOf (file);
    const auto kept = table ? table->library().setTag (mark, tag, isSet) : Result<Done> (Done {});

    if (! kept)
        return kept;

    if (isSet)
        marks[mark].insert (tag);
    else
        marks[mark].erase (tag);

    arrange();
    onChange.call();
    return kept;
}

bool PresetShelf::isOwnTag (const fs::path& file, const std::string& tag) const
{
    const auto own = marks.find (markOf (file));
    return own != marks.end() && own->second.contains (tag);
}

std::unordered_map<std::string, StoredSound> PresetShelf::sounds (int version) const { return table ? table->sounds (version) : std::unordered_map<std::string, StoredSound>(); }

void PresetShelf::keepSound (const fs::path& file, int version, const StoredSound& measures)
{
    if (table)
        static_cast<void> (table->putSound (file, version, measures));
}

} // namespace athanor
