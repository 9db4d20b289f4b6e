// SPDX-License-Identifier: GPL-3.0-or-later
// A parameter of the project under a hand: heard at once, remembered as one step when the hand lets go.
#pragma once

#include "App/Parameters.h"
#include "App/Session.h"
#include "Ui/Kit/RangeTurnable.h"

namespace athanor
{

/** `label` is what stands below the knob. */
class ParameterTurnable : public RangeTurnable
{
public:
    ParameterTurnable (Session& s, ParameterAddress a, std::string label)
        : RangeTurnable (std::move (label), rangeOf (s.project(), a)), session (s), address (std::move (a)), key (format (address))
    {
        sentence = docOf (session.project(), address);
        onValue = [this] { return isHeld ? held : liveValue(); };
        onBegin = [this] { isHeld = true, held = valueOf (session.project(), address); };

        onTurn = [this] (float value) {
            held = value;
            session.player().turn (key, range.toPosition (value));
        };

        onEnd = [this] {
            const auto value = held;
            isHeld = false;
            session.edit ("turn " + title(), [&] (Project& project) { setValue (project, address, value); });
            session.player().release (key);
        };
    }

    /** A fader all the way down is off. */
    std::string text (float value) const override
    {
        const auto isLevel = address.what == ParameterAddress::What::volume || address.what == ParameterAddress::What::send;
        return isLevel && value <= range.low ? "off" : RangeTurnable::text (value);
    }

    const ParameterAddress& parameter() const noexcept { return address; }

private:
    std::string title() const { return titleOf (session.project(), address); }

    float liveValue() const
    {
        const auto live = session.player().livePosition (key);
        return live ? range.fromPosition (static_cast<float> (*live)) : valueOf (session.project(), address);
    }

    Session& session;
    const ParameterAddress address;
    const std::string key;
    float held = 0;
    bool isHeld = false;
};

} // namespace athanor
