// SPDX-License-Identifier: GPL-3.0-or-later
// New, open, save, import, export and render, as actions.
#pragma once

namespace athanor
{

class Session;

/** Adds them to the session's registry. */
void declareFileActions (Session&);

} // namespace athanor
