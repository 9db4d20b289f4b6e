#!/usr/bin/env python3
"""Writes a score for scsynth's non-realtime mode: so many voices of Saw, MoogFF and an ADSR envelope for so many seconds.

    scsynth_score.py VOICES SECONDS SCORE.osc SYNTHDEFS_FOLDER

The synth definition is written here, byte by byte, in version 2 of SuperCollider's "SCgf" format (its documentation:
"Synth Definition File Format"), so that no sclang is needed.
"""
import os
import struct
import sys


def pstring(text):
    return bytes([len(text)]) + text.encode()


def ugen(name, rate, inputs, outputs, special=0):
    data = pstring(name) + struct.pack(">bii", rate, len(inputs), len(outputs)) + struct.pack(">h", special)
    for source, index in inputs:
        data += struct.pack(">ii", source, index)
    return data + bytes(outputs)


def definition():
    constants = []

    def const(value):
        if value not in constants:
            constants.append(value)
        return (-1, constants.index(value))

    # freq is the one parameter. Envelope: attack 5 ms to 1, decay to 0.6, released by a gate that stays open.
    env = [0.0, 3.0, 2.0, -99.0, 1.0, 0.005, 5.0, -4.0, 0.6, 0.4, 5.0, -4.0, 0.0, 0.25, 5.0, -4.0]
    ugens = [
        ugen("Control", 1, [], [1]),
        ugen("Saw", 2, [(0, 0)], [2]),
        ugen("MoogFF", 2, [(1, 0), const(2000.0), const(1.0), const(0.0)], [2]),
        ugen("EnvGen", 1, [const(1.0), const(1.0), const(0.0), const(1.0), const(0.0)] + [const(v) for v in env], [1]),
        ugen("BinaryOpUGen", 2, [(2, 0), (3, 0)], [2], 2),
        ugen("BinaryOpUGen", 2, [(4, 0), const(0.01)], [2], 2),
        ugen("Out", 2, [const(0.0), (5, 0)], []),
    ]
    body = pstring("voice") + struct.pack(">i", len(constants)) + b"".join(struct.pack(">f", c) for c in constants)
    body += struct.pack(">if", 1, 440.0) + struct.pack(">i", 1) + pstring("freq") + struct.pack(">i", 0)
    body += struct.pack(">i", len(ugens)) + b"".join(ugens) + struct.pack(">h", 0)
    return b"SCgf" + struct.pack(">ih", 2, 1) + body


def message(address, types, *values):
    def padded(text):
        data = text.encode() + b"\0"
        return data + b"\0" * (-len(data) % 4)

    data = padded(address) + padded("," + types)
    for kind, value in zip(types, values):
        data += padded(value) if kind == "s" else struct.pack(">i" if kind == "i" else ">f", value)
    return data


def bundle(seconds, *messages):
    data = b"#bundle\0" + struct.pack(">Q", int(seconds * 2**32)) + b"".join(struct.pack(">i", len(m)) + m for m in messages)
    return struct.pack(">i", len(data)) + data


if __name__ == "__main__":
    voices, seconds, score, folder = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3], sys.argv[4]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "voice.scsyndef"), "wb") as file:
        file.write(definition())
    with open(score, "wb") as file:
        for i in range(voices):
            file.write(bundle(0, message("/s_new", "siiisf", "voice", 1000 + i, 0, 0, "freq", 55.0 * 2 ** ((i % 48) / 12))))
        file.write(bundle(seconds, message("/c_set", "if", 0, 0.0)))
