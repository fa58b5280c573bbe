namespace GrantsPortal.Publishing.Import;

/// <summary>A stream that knows how much of it was read, and can show its first two bytes beforehand.</summary>
internal sealed class CountedStream(Stream inner) : Stream
{
    private readonly byte[] _head = new byte[2];
    private int _headLength;
    private int _headGiven;
    private long _read;

    /// <summary>Share of the stream that was read, 0 to 1; 0 where its length is not known.</summary>
    public double Share => inner.CanSeek && inner.Length > 0 ? (double)_read / inner.Length : 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first two bytes, which are still read afterwards.</summary>
    public async Task<byte[]> Peek(CancellationToken cancel)
    {
        _headLength = await inner.ReadAtLeastAsync(_head, 2, throwOnEndOfStream: false, cancel);
        return _head[.._headLength];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var given = FromHead(buffer);
        return Counted(given > 0 ? given : inner.Read(buffer));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var given = FromHead(buffer.Span);
        return Counted(given > 0 ? given : await inner.ReadAsync(buffer, cancellationToken));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int FromHead(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _headLength - _headGiven);
        _head.AsSpan(_headGiven, given).CopyTo(buffer);
        _headGiven += given;
        return given;
    }

    private int Counted(int count)
    {
        _read += count;
        return count;
    }
}
