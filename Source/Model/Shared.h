// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are cheap to copy because copies share what nobody changes.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace athanor
{

/** A value that is cheap to copy; edit() makes it its holder's own before it changes. */
template <typename Type>
class Shared
{
public:
    Shared() : value (empty()) {}

    Shared (Type v) : value (std::make_shared<Type> (std::move (v))) {}

    const Type& operator*() const noexcept { return *value; }

    const Type* operator->() const noexcept { return value.get(); }

    /** The value, to be changed by this holder alone. */
    Type& edit()
    {
        if (! isMine())
            value = std::make_shared<Type> (*value);

        return *value;
    }

    bool sharesWith (const Shared& other) const noexcept { return value == other.value; }

    friend bool operator== (const Shared& a, const Shared& b) { return a.sharesWith (b) || *a == *b; }

private:
    static const std::shared_ptr<Type>& empty()
    {
        static const auto one = std::make_shared<Type>();
        return one;
    }

    bool isMine() const noexcept
    {
#ifdef __SANITIZE_THREAD__
        return false; // ThreadSanitizer does not understand the fence below.
#else
        if (value.use_count() != 1)
            return false;

        std::atomic_thread_fence (std::memory_order_acquire); // A reader elsewhere may just have let go.
        return true;
#endif
    }

    std::shared_ptr<Type> value;
};

/** An ordered map whose copies share everything that is not edited.

    The entries lie in short sorted chunks, so that an edit copies one chunk and the list of chunks, and a comparison
    with a copy walks only the chunks that differ.
*/
template <typename Key, typename Type>
class Table
{
public:
    using Entry = std::pair<Key, Shared<Type>>;
    using KeyType = Key;
    using ValueType = Type;

    /** Walks the entries in the order of their keys. Valid until the table it came from is changed. */
    class Iterator;

    bool empty() const noexcept { return body->count == 0; }

    std::size_t size() const noexcept { return body->count; }

    Iterator begin() const noexcept { return { *body, 0, 0 }; }

    Iterator end() const noexcept { return { *body, body->chunks.size(), 0 }; }

    Iterator lowerBound (const Key& key) const
    {
        const auto at = chunkOf (key);
        return at < body->chunks.size() ? normal (at, placeIn (*body->chunks[at], key)) : end();
    }

    Iterator upperBound (const Key& key) const
    {
        const auto found = lowerBound (key);
        return found != end() && ! (key < found->first) ? std::next (found) : found;
    }

    bool contains (const Key& key) const { return find (key) != nullptr; }

    /** Null when there is no such entry. Valid until this table is changed. */
    const Type* find (const Key& key) const
    {
        const auto found = lowerBound (key);
        return found != end() && ! (key < found->first) ? &*found->second : nullptr;
    }

    // These take the key by its value, for the one that is given may lie in this very table.

    void put (Key key, Type value);

    void erase (Key key);

    void clear() { body = {}; }

    /** The entry, made if it is missing, to be changed. */
    Type& edit (Key key);

    bool sharesWith (const Table& other) const noexcept { return body.sharesWith (other.body); }

    friend bool operator== (const Table& a, const Table& b)
    {
        if (a.sharesWith (b))
            return true;

        if (a.size() != b.size())
            return false;

        for (auto left = a.begin(), right = b.begin(); left != a.end(); ++left, ++right)
        {
            skipShared (left, right);

            if (left == a.end())
                return true;

            if (! (left->first == right->first && left->second == right->second))
                return false;
        }

        return true;
    }

    /** Moves two iterators of different tables past what both tables share, as long as both stand at its beginning. */
    static void skipShared (Iterator& a, Iterator& b) noexcept
    {
        while (a.entry == 0 && b.entry == 0 && a.chunk < a.body->chunks.size() && b.chunk < b.body->chunks.size() && a.body->chunks[a.chunk].sharesWith (b.body->chunks[b.chunk]))
        {
            ++a.chunk;
            ++b.chunk;
        }
    }

private:
    static constexpr std::size_t most = 32; ///< Entries in a chunk.

    using Chunk = std::vector<Entry>; ///< Sorted, never empty but in a table that is.

    struct Body
    {
        std::vector<Shared<Chunk>> chunks;
        std::size_t count = 0;
    };

    static std::size_t placeIn (const Chunk& chunk, const Key& key)
    {
        const auto found = std::lower_bound (chunk.begin(), chunk.end(), key, [] (const Entry& e, const Key& k) { return e.first < k; });
        return static_cast<std::size_t> (found - chunk.begin());
    }

    /** The only chunk that can hold the key; the number of chunks when it lies behind them all. */
    std::size_t chunkOf (const Key& key) const
    {
        const auto& chunks = body->chunks;
        const auto found = std::lower_bound (chunks.begin(), chunks.end(), key, [] (const Shared<Chunk>& c, const Key& k) { return c->back().first < k; });
        return static_cast<std::size_t> (found - chunks.begin());
    }

    Iterator normal (std::size_t chunk, std::size_t entry) const
    {
        return entry < body->chunks[chunk]->size() ? Iterator { *body, chunk, entry } : Iterator { *body, chunk + 1, 0 };
    }

    /** The entry, made if it is missing. */
    Shared<Type>& place (Key key);

    static void split (Body& own, std::size_t at, std::size_t half);

    static void joinWithNext (Body& own, std::size_t at);

    Shared<Body> body;
};

template <typename Key, typename Type>
class Table<Key, Type>::Iterator
{
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Entry;
    using difference_type = std::ptrdiff_t;
    using pointer = const Entry*;
    using reference = const Entry&;

    Iterator() = default;

    reference operator*() const noexcept { return (*body->chunks[chunk])[entry]; }

    pointer operator->() const noexcept { return &**this; }

    Iterator& operator++() noexcept
    {
        if (++entry == body->chunks[chunk]->size())
        {
            ++chunk;
            entry = 0;
        }

        return *this;
    }

    Iterator operator++ (int) noexcept
    {
        auto before = *this;
        ++*this;
        return before;
    }

    Iterator& operator--() noexcept
    {
        if (entry == 0)
            entry = body->chunks[--chunk]->size();

        --entry;
        return *this;
    }

    Iterator operator-- (int) noexcept
    {
        auto before = *this;
        --*this;
        return before;
    }

    bool operator== (const Iterator&) const = default;

private:
    friend class Table;

    Iterator (const Body& b, std::size_t c, std::size_t e) noexcept : body (&b), chunk (c), entry (e) {}

    const Body* body = nullptr;
    std::size_t chunk = 0, entry = 0;
};

// These stand outside of the class so that `extern template` can keep them out of every file that edits a project.

template <typename Key, typename Type>
void Table<Key, Type>::put (Key key, Type value)
{
    place (std::move (key)) = Shared<Type> (std::move (value));
}

template <typename Key, typename Type>
void Table<Key, Type>::erase (Key key)
{
    if (! contains (key))
        return;

    auto& own = body.edit();
    const auto at = chunkOf (key);
    auto& chunk = own.chunks[at].edit();
    chunk.erase (chunk.begin() + static_cast<std::ptrdiff_t> (placeIn (chunk, key)));
    --own.count;

    if (chunk.size() < most / 4)
        joinWithNext (own, at > 0 ? at - 1 : at);
}

template <typename Key, typename Type>
Type& Table<Key, Type>::edit (Key key)
{
    return place (std::move (key)).edit();
}

template <typename Key, typename Type>
Shared<Type>& Table<Key, Type>::place (Key key)
{
    auto& own = body.edit();

    if (own.chunks.empty())
        own.chunks.emplace_back (Chunk {});

    const auto at = own.count == 0 ? 0 : std::min (chunkOf (key), own.chunks.size() - 1);
    auto* chunk = &own.chunks[at].edit();
    auto index = placeIn (*chunk, key);

    if (index < chunk->size() && ! (key < (*chunk)[index].first))
        return (*chunk)[index].second;

    if (chunk->size() == most)
    {
        // Entries mostly come in order: then full chunks stay full.
        const auto half = index == most ? most : most / 2;
        split (own, at, half);
        const auto isBehind = index >= half;
        chunk = &own.chunks[at + (isBehind ? 1 : 0)].edit();
        index -= isBehind ? half : 0;
    }

    ++own.count;
    return chunk->insert (chunk->begin() + static_cast<std::ptrdiff_t> (index), { std::move (key), Shared<Type>() })->second;
}

template <typename Key, typename Type>
void Table<Key, Type>::split (Body& own, std::size_t at, std::size_t half)
{
    auto& chunk = own.chunks[at].edit();
    const auto middle = chunk.begin() + static_cast<std::ptrdiff_t> (half);
    Chunk second (std::make_move_iterator (middle), std::make_move_iterator (chunk.end()));
    chunk.erase (middle, chunk.end());
    own.chunks.insert (own.chunks.begin() + static_cast<std::ptrdiff_t> (at) + 1, Shared<Chunk> (std::move (second)));
}

template <typename Key, typename Type>
void Table<Key, Type>::joinWithNext (Body& own, std::size_t at)
{
    if (at + 1 >= own.chunks.size() || own.chunks[at]->size() + own.chunks[at + 1]->size() > most / 2)
    {
        std::erase_if (own.chunks, [] (const Shared<Chunk>& c) { return c->empty(); });
        return;
    }

    auto& chunk = own.chunks[at].edit();
    const auto& next = *own.chunks[at + 1];
    chunk.insert (chunk.end(), next.begin(), next.end());
    own.chunks.erase (own.chunks.begin() + static_cast<std::ptrdiff_t> (at) + 1);
}

} // namespace athanor
