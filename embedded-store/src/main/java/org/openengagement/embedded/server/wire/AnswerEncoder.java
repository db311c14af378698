package org.openengagement.embedded.server.wire;

import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Writes an answer as one OP_MSG of one section, as MongoDB's wire protocol describes it. */
public final class AnswerEncoder extends MessageToByteEncoder<MongoMessage> {

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage answer, ByteBuf buffer) {
        int start = buffer.writerIndex();
        buffer.writeIntLE(0);
        buffer.writeIntLE(answer.getHeader().getRequestID());
        buffer.writeIntLE(answer.getHeader().getResponseTo());
        buffer.writeIntLE(OpCode.OP_MSG.getId());
        buffer.writeIntLE(answer.getFlags());
        buffer.writeByte(MongoMessage.SECTION_KIND_BODY);
        AnswerBson.write(answer.getDocument(), buffer);
        buffer.setIntLE(start, buffer.writerIndex() - start);
    }
}
