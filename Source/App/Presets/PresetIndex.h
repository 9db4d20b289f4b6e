// SPDX-License-Identifier: GPL-3.0-or-later
// The presets there are, as a musician looks for them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace athanor
{

struct PresetItem
{
    std::filesystem::path file = {};
    std::string name = {}, author = {}, category = {}, comments = {};
    std::vector<std::string> tags = {}; ///< Of the file, and those that the musician put on it; sorted, each once.
    std::string problem = {};           ///< Why it cannot be read; empty: it can.
    bool isFavourite = false;
    bool isFactory = false; ///< It came with the program.

    bool operator== (const PresetItem&) const = default;
};

/** What is looked for. Empty: everything. */
struct PresetQuery
{
    std::string words = {}; ///< All of them must be in the name, tags, category, author or comments, whole or as a part of a word.
    std::string category = {}, author = {};
    std::vector<std::string> tags = {}; ///< All of them.
    bool onlyFavourites = false;
    std::string similarTo = {}; ///< The name of what all shall sound like; the list is then sorted by how much they do.

    bool operator== (const PresetQuery&) const = default;
};

/** Immutable between two calls of set(). Ten thousand are searched in a few milliseconds. */
class PresetIndex
{
public:
    void set (std::vector<PresetItem>);

    /** By category and name; those that cannot be read at the end. */
    const std::vector<PresetItem>& items() const noexcept { return all; }

    /** Places in items(): without words in their order; with words the best first, which is what has them in its name, at the
        beginning of it or of a word, rather than in its tags, category, author or comments. */
    std::vector<std::size_t> find (const PresetQuery&) const;

    /** The place of a file; items().size() when it is not there. */
    std::size_t placeOf (const std::filesystem::path&) const;

    // What there is to choose from, and how many presets have it.

    const std::map<std::string, int>& categories() const noexcept { return byCategory; }

    const std::map<std::string, int>& authors() const noexcept { return byAuthor; }

    const std::map<std::string, int>& tags() const noexcept { return byTag; }

private:
    int scoreOf (std::size_t item, const std::vector<std::string>& words) const;

    std::vector<PresetItem> all;
    std::map<std::string, int> byCategory, byAuthor, byTag;

    // What is searched, folded: the fields of each preset in their order of weight, each after a newline.
    std::string texts;
    std::vector<std::uint32_t> starts; ///< Of each field, and the end.
};

} // namespace athanor
