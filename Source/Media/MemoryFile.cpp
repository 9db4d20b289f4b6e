// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/MemoryFile.h"

#include <algorithm>
#include <cstring>

namespace athanor
{

/** The functions that libsndfile calls back. */
struct MemoryCalls
{
    template <typename File>
    static sf_count_t length (void* file)
    {
        return static_cast<sf_count_t> (static_cast<File*> (file)->bytes.size());
    }

    template <typename File>
    static sf_count_t tell (void* file)
    {
        return static_cast<sf_count_t> (static_cast<File*> (file)->position);
    }

    template <typename File>
    static sf_count_t seek (sf_count_t offset, int whence, void* file)
    {
        auto& f = *static_cast<File*> (file);
        const auto start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? static_cast<sf_count_t> (f.position)
                                                                       : length<File> (file);
        sf_count_t to = 0;

        // A lying header asks for places before the start or past all sense: the position stays where it can be.
        if (__builtin_add_overflow (start, offset, &to))
            return -1;

        f.position = static_cast<std::size_t> (std::clamp (to, sf_count_t { 0 }, length<File> (file)));
        return tell<File> (file);
    }

    static sf_count_t read (void* data, sf_count_t count, void* file)
    {
        auto& f = *static_cast<MemoryInput*> (file);
        const auto size = std::min (static_cast<std::size_t> (std::max (count, sf_count_t { 0 })), f.bytes.size() - f.position);
        std::memcpy (data, f.bytes.data() + f.position, size);
        f.position += size;
        return static_cast<sf_count_t> (size);
    }

    static sf_count_t write (const void* data, sf_count_t count, void* file)
    {
        auto& f = *static_cast<MemoryOutput*> (file);
        const auto size = static_cast<std::size_t> (std::max (count, sf_count_t { 0 }));
        f.bytes.resize (std::max (f.bytes.size(), f.position + size));
        std::memcpy (f.bytes.data() + f.position, data, size);
        f.position += size;
        return count;
    }

    static sf_count_t readNothing (void*, sf_count_t, void*) { return 0; }

    static sf_count_t writeNothing (const void*, sf_count_t, void*) { return 0; }
};

SNDFILE* MemoryInput::open (SF_INFO& info)
{
    using Calls = MemoryCalls;
    SF_VIRTUAL_IO calls { Calls::length<MemoryInput>, Calls::seek<MemoryInput>, Calls::read, Calls::writeNothing, Calls::tell<MemoryInput> };
    return sf_open_virtual (&calls, SFM_READ, &info, this);
}

SNDFILE* MemoryOutput::open (SF_INFO& info)
{
    using Calls = MemoryCalls;
    SF_VIRTUAL_IO calls { Calls::length<MemoryOutput>, Calls::seek<MemoryOutput>, Calls::readNothing, Calls::write, Calls::tell<MemoryOutput> };
    return sf_open_virtual (&calls, SFM_WRITE, &info, this);
}

} // namespace athanor
