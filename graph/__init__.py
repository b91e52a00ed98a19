"""CLAIMS → GRAPH → STORE OR FILE: extractions and judgements become a graph, a store or a file."""
