"""Writes hdf5-earliest.h5.gz and hdf5-latest.h5.gz: every kind of element, layout and index that
is read, in the earliest and in the latest form of the format. Run with h5py 3.7, HDF5 1.10.8."""

import gzip
import sys

import h5py
import numpy as np


def numbers(f):
    n = 23
    x = np.arange(n) * 0.25 + 100
    jets = f.create_group("jets")
    jets.create_dataset("pt", data=x).attrs["units"] = "GeV"
    jets.create_dataset("eta", data=(x / 64).astype(">f4"))
    jets.create_dataset("half", data=(np.arange(n) / 4).astype("f2"))
    jets.create_dataset("n", data=np.arange(n, dtype=">i2") - 5)
    jets.create_dataset("huge", data=np.arange(n, dtype="u8") * 2048 + (1 << 63))
    jets.create_dataset("byte", data=np.arange(n, dtype="u1") + 230)
    jets.create_dataset("good", data=np.arange(n) % 3 == 0)
    jets.create_dataset("name", data=[b"ev%d" % i for i in range(n)])
    lists = f.create_dataset("lists", (5,), dtype=h5py.vlen_dtype(np.dtype("<f4")))
    for i in range(5):
        lists[i] = np.arange(i % 4) + i
    kind = np.dtype(
        [
            ("id", "<i4"),
            ("p4", [("e", "<f8"), ("pz", ">f4")]),
            ("v", "<i2", (2,)),
            ("tag", "S3"),
            ("flag", "?"),
        ]
    )
    events = np.zeros(n, kind)
    events["id"] = np.arange(n)
    events["p4"]["e"] = x
    events["p4"]["pz"] = -x
    events["v"] = np.arange(2 * n).reshape(n, 2)
    events["flag"] = np.arange(n) % 2
    f.create_dataset("events", data=events)
    f.create_dataset(
        "packed", data=events, chunks=(5,), compression="gzip", shuffle=True, fletcher32=True
    )
    return n


def layouts(f, n):
    matrix = np.arange(n * 6, dtype="<i4").reshape(n, 6)
    f.create_dataset("matrix", data=matrix, chunks=(4, 4), compression="lzf")
    f["matrix"].attrs.create("columns", list("abcdef"), dtype=h5py.string_dtype())
    cube = np.arange(n * 6, dtype="u2").reshape(n, 2, 3)
    f.create_dataset("cube", data=cube, chunks=(7, 1, 2), shuffle=True, compression="gzip")
    f.create_dataset("scalar", data=3.5)
    f.create_dataset("filled", (31,), dtype="f8", fillvalue=-1.0, chunks=(10,))[12:15] = 7
    f.create_dataset("never", (9,), dtype="i4", fillvalue=4)
    f.create_dataset("none", data=h5py.Empty("f8"))
    f.create_dataset("grow", data=np.arange(300.0), chunks=(2,), maxshape=(None,))
    wide = np.arange(40.0).reshape(4, 10)
    f.create_dataset("sideways", data=wide, chunks=(2, 3), maxshape=(8, None))
    both = np.arange(60.0).reshape(6, 10)
    f.create_dataset("both", data=both, chunks=(2, 3), maxshape=(None, None), compression="gzip")
    f.create_dataset("fixed", data=np.arange(400, dtype="i2"), chunks=(2,))
    f.create_dataset("single", data=np.arange(30, dtype="i2"), chunks=(30,), compression="gzip")
    early = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    early.set_chunk((2, 3))
    early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    compact.set_layout(h5py.h5d.COMPACT)
    for name, how in (b"implicit", early), (b"compact", compact):
        space = h5py.h5s.create_simple((7, 5))
        data = h5py.h5d.create(f.id, name, h5py.h5t.NATIVE_DOUBLE, space, how)
        data.write(h5py.h5s.ALL, h5py.h5s.ALL, np.arange(35.0).reshape(7, 5))


def names(f):
    f["soft"] = h5py.SoftLink("/jets/pt")
    f["elsewhere"] = h5py.ExternalLink("other.h5", "/x")
    f["jets/up"] = f["/"]
    f["kind"] = np.dtype("f8")
    f.create_dataset("typed", (2,), dtype=f["kind"])[...] = [1, 2]
    many = f.create_group("many")
    for i in range(20):
        many.create_dataset("col%02d" % i, data=np.arange(4, dtype="i1") + i)
    table = f.create_dataset("labelled", data=np.arange(4.0).reshape(2, 2))
    for i in range(10):
        table.attrs["note%d" % i] = "text"
    table.attrs["columns"] = ["m", "w"]
    f.create_dataset("reference", data=np.array([f["jets"].ref]), dtype=h5py.ref_dtype)


for form in "earliest", "latest":
    path = "%s/hdf5-%s.h5" % (sys.argv[1], form)
    with h5py.File(path, "w", libver=form) as file:
        layouts(file, numbers(file))
        names(file)
    with open(path, "rb") as plain, open(path + ".gz", "wb") as packed:
        with gzip.GzipFile("", "wb", 9, packed, 0) as stream:
            stream.write(plain.read())
