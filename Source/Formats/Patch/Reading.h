// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of patches share: the long texts of the file, and sentences about what was not in order.
#pragma once

#include "Formats/Patch/LongTexts.h"
#include "Patch/PatchSpec.h"

#include <optional>

namespace athanor
{

/** A patch as it was read, and a sentence for everything that was repaired, left out or not understood. */
struct ReadPatch
{
    PatchSpec patch;
    std::vector<std::string> remarks;
};

/** Sentences, each once, and not without end. */
class Remarks
{
public:
    void add (std::string sentence);

    std::vector<std::string> sentences;
};

/** A file that is being read. */
class Reading
{
public:
    explicit Reading (const LongTexts& l) : longTexts (l) {}

    Remarks remarks;

    /** Valid text; empty where it is none. */
    std::string text (const Value*) const;

    /** The text as it stands, for base64. */
    std::string_view raw (const Value*) const noexcept;

    /** Adds what is not understood, as JSON; leaves out, with a remark, what is nested too deeply to be written again. */
    void keep (std::map<std::string, std::string>& unknown, const std::string& name, const Value&);

    /** The whole value as JSON in one line; empty where there is none. */
    std::string json (const Value*);

private:
    const LongTexts& longTexts;
};

/** Also of true and false. Nothing where it is none, or not finite. */
std::optional<double> numberOf (const Value*) noexcept;

/** The items of a list; none where it is none. */
const Value::List& listOf (const Value*) noexcept;

/** The parts by name; none where there are none. */
const Value::Parts& partsOf (const Value*) noexcept;

/** Within the range; `repaired` tells whether it was not. */
double within (double number, double least, double greatest, bool& repaired) noexcept;

} // namespace athanor
