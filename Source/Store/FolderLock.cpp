// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/FolderLock.h"

#include "Store/AtomicFile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace athanor
{

Result<std::shared_ptr<FolderLock>> FolderLock::take (const std::filesystem::path& folder)
{
    const auto file = ::open ((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);

    if (file < 0)
        return fileFailure (folder, errno, "locking it");

    std::shared_ptr<FolderLock> lock (new FolderLock (file));

    // A file system that knows no locks is no reason to refuse the project.
    if (::flock (file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return Failure { "“" + folder.filename().string() + "” is open in another window of Athanor: close it there first.", folder.string() };

    return lock;
}

FolderLock::~FolderLock() { ::close (file); }

} // namespace athanor
