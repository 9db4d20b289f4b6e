// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/AtomicFile.h"

#include "Core/Id.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <vector>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::size_t pieceSize = 1 << 20;

/** Closes itself. */
struct OpenFile
{
    explicit OpenFile (const fs::path& path) : number (::open (path.c_str(), O_RDONLY | O_CLOEXEC)) {}

    OpenFile (const OpenFile&) = delete;

    ~OpenFile()
    {
        if (number >= 0)
            ::close (number);
    }

    const int number;
};

/** Shows a file piece by piece. */
Result<Done> readPieces (const fs::path& path, const std::function<void (std::string_view)>& visit)
{
    const OpenFile file (path);

    struct stat status
    {};

    if (file.number < 0 || ::fstat (file.number, &status) != 0)
        return fileFailure (path, errno, "opening");

    // A device or a pipe would never end.
    if (! S_ISREG (status.st_mode))
        return fileFailure (path, S_ISDIR (status.st_mode) ? EISDIR : EINVAL, "opening");

    std::vector<char> piece (pieceSize);

    for (;;)
    {
        const auto count = ::read (file.number, piece.data(), piece.size());

        if (count == 0)
            return Done {};

        if (count > 0)
            visit ({ piece.data(), static_cast<std::size_t> (count) });
        else if (errno != EINTR)
            return fileFailure (path, errno, "reading");
    }
}
} // namespace

Failure fileFailure (const fs::path& path, int error, const std::string& during)
{
    const auto name = "“" + path.filename().string() + "”";
    const auto detail = path.string() + ": " + std::strerror (error) + " at " + during;

    switch (error)
    {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return { "The disk is full, so " + name + " could not be written: free some space and try again.", detail };
        case EACCES:
        case EPERM:
        case EROFS:
            return { "You are not allowed to use " + name + " where it is: choose another folder.", detail };
        case ENOENT:
        case ENOTDIR:
            return { name + " is not there any more: look whether its folder was moved or its disk taken out.", detail };
        case EISDIR:
            return { name + " is a folder, where a file is needed.", detail };
        default:
            return { name + " could not be read or written: look whether its disk is in order.", detail };
    }
}

AtomicFile::AtomicFile (fs::path t) : target (std::move (t))
{
    // Through a link to the file itself, so that a link stays one.
    std::error_code ignored;

    if (fs::is_symlink (target, ignored))
        if (auto real = fs::canonical (target, ignored); ! ignored)
            target = std::move (real);

    auto name = target.parent_path() / ("." + target.filename().string() + "." + toHex (randomBits()));
    file = ::open (name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (file < 0)
    {
        fail ("making it");
        return;
    }

    temporary = std::move (name);

    if (struct stat status {}; ::stat (target.c_str(), &status) == 0)
        ::fchmod (file, status.st_mode & 0777);
}

AtomicFile::~AtomicFile()
{
    if (file >= 0)
        ::close (file);

    if (! temporary.empty())
        ::unlink (temporary.c_str());
}

void AtomicFile::write (std::string_view bytes)
{
    while (state && ! bytes.empty())
    {
        const auto count = ::write (file, bytes.data(), bytes.size());

        if (count >= 0)
            bytes.remove_prefix (static_cast<std::size_t> (count));
        else if (errno != EINTR)
            fail ("writing");
    }
}

Result<Done> AtomicFile::commit() { return commitAs (target); }

Result<Done> AtomicFile::commitAs (const fs::path& place)
{
    if (state && ::fsync (file) != 0)
        fail ("waiting for the disk");

    // Some file systems say only here that there was no room.
    if (state && ::close (std::exchange (file, -1)) != 0)
        fail ("closing");

    if (state && ::rename (temporary.c_str(), place.c_str()) != 0)
        fail ("putting it in its place");

    if (state)
    {
        temporary.clear();
        syncFolder (place.parent_path());
    }

    return state;
}

void AtomicFile::fail (const std::string& during) { state = fileFailure (target, errno, during); }

void removeUnfinished (const fs::path& folder)
{
    std::error_code ignored;

    for (const auto& entry : fs::directory_iterator (folder, ignored))
    {
        const auto name = entry.path().filename().string();
        const auto dot = name.rfind ('.');

        // As the constructor names them; whatever else hides there is not ours.
        if (name.front() == '.' && dot > 1 && name.size() - dot == 17 && fromHex (std::string_view (name).substr (dot + 1)) && entry.is_regular_file (ignored) && ! entry.is_symlink (ignored))
            fs::remove (entry.path(), ignored);
    }
}

Result<Done> writeFile (const fs::path& path, std::string_view bytes)
{
    AtomicFile file (path);
    file.write (bytes);
    return file.commit();
}

Result<std::string> readFile (const fs::path& path, std::uint64_t longest)
{
    std::string bytes;
    auto length = std::uint64_t { 0 };

    const auto read = readPieces (path, [&] (std::string_view piece) {
        length += piece.size();

        if (length <= longest)
            bytes += piece;
    });

    if (! read)
        return read.failure();

    if (length > longest)
        return Failure { "“" + path.filename().string() + "” is too large to be what it says.", path.string() + ": " + std::to_string (length) + " bytes" };

    return bytes;
}

Result<std::string> hashFile (const fs::path& path)
{
    ContentHasher hasher;

    if (const auto read = readPieces (path, [&] (std::string_view piece) { hasher.add (piece); }); ! read)
        return read.failure();

    return hasher.finish();
}

Result<std::string> copyByContent (const fs::path& path, const fs::path& folder)
{
    ContentHasher hasher;
    AtomicFile copy (folder / "new");

    const auto read = readPieces (path, [&] (std::string_view piece) {
        hasher.add (piece);
        copy.write (piece);
    });

    if (! read)
        return read.failure();

    const auto hash = hasher.finish();
    std::error_code ignored;

    if (fs::exists (folder / hash, ignored))
        return hash;

    if (const auto done = copy.commitAs (folder / hash); ! done)
        return done.failure();

    return hash;
}

void syncFolder (const fs::path& folder) noexcept
{
    const auto number = ::open (folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (number < 0)
        return;

    ::fsync (number);
    ::close (number);
}

} // namespace athanor
