// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an Instrument Rack's document around what is in it.
#pragma once

#include "Formats/Ableton/VitalRack.h"
#include "Formats/Xml.h"

#include <array>
#include <string>

namespace athanor::rack
{

/** A macro as the rack shows it. */
struct Knob
{
    std::string name, info;
    double position = 0; ///< 0 to 127.
};

/** A child with an attribute Value, as nearly all of them are. */
void add (XmlElement& to, std::string tag, const std::string& value);
void add (XmlElement& to, std::string tag, const char* value);
void add (XmlElement& to, std::string tag, int value);
void add (XmlElement& to, std::string tag, bool value);

/** As short as a number of nine digits can be written; never an exponent. */
std::string number (double);

/** What Live counts as the age of a device. */
int protection (LiveForm) noexcept;

XmlElement range (std::string tag, const std::string& least, const std::string& greatest);
XmlElement mpeSettings();

/** The whole document, with one chain that holds one device. */
XmlElement document (LiveForm, const std::string& name, const std::string& info, const std::array<Knob, 8>&, XmlElement device);

} // namespace athanor::rack
