// SPDX-License-Identifier: GPL-3.0-or-later
// Theme and size of the window as actions, and how they are remembered.
#pragma once

#include "App/Session.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

/** The look as it was chosen last. */
void readPreferences (const Preferences&, Look&);

/** Adds view.theme, view.larger and the like, unless they are there. Both must outlive the last call of one. */
void declareLookActions (Session&, Look&);

} // namespace athanor
