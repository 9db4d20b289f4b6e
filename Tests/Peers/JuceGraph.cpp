// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of its own: the library JuceGraph is JUCE's modules, and a library wants a file.
