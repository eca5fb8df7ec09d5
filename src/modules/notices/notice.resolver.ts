import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type NoticeCommentService } from './notice-comment.service';
import { NoticeComment } from './notice-comment.type';
import { type NoticeDeskService } from './notice-desk.service';
import { type NoticeReadingService } from './notice-reading.service';
import { type NoticeReceiptService } from './notice-receipt.service';
import { NoticeReceipts, NoticeWorkerReadConnection } from './notice-receipt.type';
import {
  ChangeNoticeInput,
  CommentOnNoticeInput,
  ConfirmNoticeReadInput,
  HideNoticeCommentInput,
  MarkNoticesSeenInput,
  MinuteMeetingInput,
  NoticesOfAreaArgs,
  PublishNoticeInput,
  WithdrawNoticeInput,
} from './notice.input';
import { Notice, NoticeConnection, NoticePayload, NoticesSeenPayload } from './notice.type';

type Context = RequestContext<{
  notices: NoticeReadingService;
  noticeDesk: NoticeDeskService;
  noticeReceipts: NoticeReceiptService;
  noticeComments: NoticeCommentService;
}>;

/** What is made known, to whom, and who has read it. */
@Resolver(() => Notice)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    nullable: true,
    description:
      'What is out now for you (我的公告): where you live or work, and for somebody like you. What is urgent and unread first, then the newest.',
  })
  async notices(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<NoticeConnection> {
    return toConnection(await services.notices.mine(actor, reads, page));
  }

  @Query(() => Int, {
    nullable: true,
    description:
      'How many of them have come out since your last look (新公告数), see `markNoticesSeen`. Asked with `notices` it costs nothing.',
  })
  newNoticeCount(@Ctx() { actor, reads, services }: Context): Promise<number> {
    return services.notices.countNew(actor, reads);
  }

  @Query(() => Notice, {
    nullable: true,
    description: 'A notice with its text (公告详情); NOT_FOUND where it is not for you.',
  })
  notice(
    @Ctx() { actor, reads, services }: Context,
    @Arg('id', () => ID, { description: 'Id of the notice (公告编号).' }) id: string,
  ): Promise<Notice> {
    return services.notices.get(actor, reads, id);
  }

  @Query(() => NoticeConnection, {
    nullable: true,
    description:
      'What is planned or out for an area, or over (区域公告): for a community also what is for the areas inside it. The latest end first.',
  })
  async noticesOfArea(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => NoticesOfAreaArgs) { area, over, ...page }: NoticesOfAreaArgs,
  ): Promise<NoticeConnection> {
    const query = { area: area ?? undefined, over };
    return toConnection(await services.notices.ofArea(actor, reads, query, page));
  }

  @FieldResolver(() => [NoticeComment], { description: 'What was said to it (评论), oldest first.' })
  comments(@Root() notice: Notice, @Ctx() { actor, reads, services }: Context): Promise<NoticeComment[]> {
    return services.noticeComments.of(actor, reads, notice);
  }

  @FieldResolver(() => NoticeReceipts, {
    nullable: true,
    description:
      'How many residents have read it (居民阅读回执), for who may change it; null for all others, and of what is for people with a care tag.',
  })
  receipts(@Root() notice: Notice, @Ctx() { reads, services }: Context): Promise<NoticeReceipts | undefined> {
    return services.noticeReceipts.ofNotice(reads, notice);
  }

  @FieldResolver(() => NoticeWorkerReadConnection, {
    nullable: true,
    description: 'Which workers have read it (工作人员阅读回执), for who may change it; null for all others.',
  })
  async workerReads(
    @Root() notice: Notice,
    @Ctx() { services }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<NoticeWorkerReadConnection | undefined> {
    const found = await services.noticeReceipts.workersOf(notice, page);
    return found && toConnection(found);
  }

  @Mutation(() => NoticePayload, {
    description:
      'Publish or plan a notice (发布公告): staff for areas of their own, grid workers a courtyard meeting of their grid.',
  })
  publishNotice(
    @Arg('input', () => PublishNoticeInput, { description: 'The notice (公告).' }) input: PublishNoticeInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeDesk.publish(actor, reads, input));
  }

  @Mutation(() => NoticePayload, {
    description:
      'Change what a notice says (更改公告), by its publisher or staff of all its areas, until it is over. Its areas and whom it is for stay.',
  })
  changeNotice(
    @Arg('input', () => ChangeNoticeInput, { description: 'The change (更改).' }) input: ChangeNoticeInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeDesk.change(actor, reads, input));
  }

  @Mutation(() => NoticePayload, {
    description: 'Take a notice back, with a reason (撤回公告): whoever it was for sees it no more.',
  })
  withdrawNotice(
    @Arg('input', () => WithdrawNoticeInput, { description: 'Which, and why (撤回).' })
    input: WithdrawNoticeInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeDesk.withdraw(actor, reads, input));
  }

  @Mutation(() => NoticePayload, {
    description:
      'Record what was said at a courtyard meeting (坝坝会记录), once it has begun: on its notice, and by that in the day’s work log of who records it. Again to correct it.',
  })
  minuteMeeting(
    @Arg('input', () => MinuteMeetingInput, { description: 'The minutes (会议记录).' })
    input: MinuteMeetingInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeDesk.minute(actor, reads, input));
  }

  @Mutation(() => NoticePayload, {
    description:
      'Confirm that you have read a notice (确认已读). Workers are noted by name; residents are counted by area and never named. Again is the same.',
  })
  confirmNoticeRead(
    @Arg('input', () => ConfirmNoticeReadInput, { description: 'Which (公告).' })
    input: ConfirmNoticeReadInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeReceipts.confirm(actor, reads, input.notice));
  }

  @Mutation(() => NoticesSeenPayload, {
    description:
      'Keep that you have looked at your notices (查看公告): what comes out later is new. The latest look of all your devices counts, and never moves back.',
  })
  markNoticesSeen(
    @Arg('input', () => MarkNoticesSeenInput, { description: 'When (查看时间).' })
    input: MarkNoticesSeenInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticesSeenPayload> {
    return asPayload(language, () => services.noticeReceipts.markSeen(actor, reads, input.at));
  }

  @Mutation(() => NoticePayload, {
    description: 'Say something to a notice that takes comments (评论公告), while it is out.',
  })
  commentOnNotice(
    @Arg('input', () => CommentOnNoticeInput, { description: 'The comment (评论).' })
    input: CommentOnNoticeInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeComments.add(actor, reads, input));
  }

  @Mutation(() => NoticePayload, {
    description: 'Hide a comment, with a reason (隐藏评论), by staff of the area of who said it.',
  })
  hideNoticeComment(
    @Arg('input', () => HideNoticeCommentInput, { description: 'Which, and why (隐藏).' })
    input: HideNoticeCommentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<NoticePayload> {
    return asPayload(language, () => services.noticeComments.hide(actor, reads, input));
  }
}
