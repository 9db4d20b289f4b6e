// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician should know about how a file of another program was read, sorted by how much it matters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** One thing that is not as it was in the file. */
struct ImportRemark
{
    enum class Kind { lost,    ///< It is not heard here.
                      changed, ///< It is heard, but not quite the same.
                      damaged  ///< The file itself was not in order.
    };

    Kind kind = Kind::changed;
    std::string what;  ///< A sentence.
    std::string where; ///< As "instruments 3, 4 and 7"; empty: the whole song.
    std::string why;   ///< A sentence, or empty.
    int count = 1;     ///< How often.

    bool operator== (const ImportRemark&) const = default;
};

/** The kind of a remark by its sentences, for readers say what happened and not how bad it is. */
ImportRemark::Kind kindOfRemark (std::string_view what, std::string_view why);

/** "Not heard", "Not quite the same", "Damaged in the file". */
std::string nameOf (ImportRemark::Kind);

/** All remarks as text for a message to somebody: by kind, one a line. */
std::string textOf (const std::vector<ImportRemark>&, const std::string& fileName);

} // namespace athanor
