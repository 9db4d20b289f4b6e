// SPDX-License-Identifier: GPL-3.0-or-later
// Stored numbers of controls out of a file.
#pragma once

#include "Formats/Patch/Reading.h"

namespace athanor
{

/** Brings what is out of range back, and tells about it once for all controls. */
class ControlReader
{
public:
    explicit ControlReader (Reading& r) : reading (r) {}

    void read (ControlValues&, Control, const Value&);

    /** After the last one. */
    void finish();

private:
    Reading& reading;
    std::string outOfRange;
};

/** As short as it can be and still come back the same: 0.1495 and not 0.14949999749660492. */
Value shortNumber (float) noexcept;

} // namespace athanor
