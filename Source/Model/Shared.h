// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are cheap to copy because copies share what nobody changes.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <utility>

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
        if (value.use_count() != 1)
            value = std::make_shared<Type> (*value);
        else
            std::atomic_thread_fence (std::memory_order_acquire); // a reader elsewhere may just have let go

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

    std::shared_ptr<Type> value;
};

/** An ordered map whose copies share everything that is not edited. */
template <typename Key, typename Type>
class Table
{
public:
    using Entries = std::map<Key, Shared<Type>>;
    using KeyType = Key;
    using ValueType = Type;

    bool empty() const noexcept { return entries->empty(); }

    std::size_t size() const noexcept { return entries->size(); }

    auto begin() const noexcept { return entries->begin(); }

    auto end() const noexcept { return entries->end(); }

    auto lowerBound (const Key& key) const { return entries->lower_bound (key); }

    auto upperBound (const Key& key) const { return entries->upper_bound (key); }

    bool contains (const Key& key) const { return entries->contains (key); }

    /** Null when there is no such entry. Valid until this table is changed. */
    const Type* find (const Key& key) const
    {
        const auto found = entries->find (key);
        return found == entries->end() ? nullptr : &*found->second;
    }

    void put (const Key& key, Type value) { entries.edit().insert_or_assign (key, Shared<Type> (std::move (value))); }

    void erase (const Key& key)
    {
        if (contains (key))
            entries.edit().erase (key);
    }

    void clear() { entries = {}; }

    /** The entry, made if it is missing, to be changed. */
    Type& edit (const Key& key) { return entries.edit()[key].edit(); }

    bool sharesWith (const Table& other) const noexcept { return entries.sharesWith (other.entries); }

    friend bool operator== (const Table&, const Table&) = default;

private:
    Shared<Entries> entries;
};

} // namespace athanor
